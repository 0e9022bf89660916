import type { Edit } from '../../edits/edit.ts'
import { captionProblems, problemCount } from '../caption-problems.ts'
import { makeCues, type Cue } from '../cues.ts'
import type { CueContext } from '../edits/cue-context.ts'
import { wordOrder } from '../edits/word-order.ts'
import type { Mark, Transcript } from '../../transcript/transcript.ts'
import { type CueChange, cueChanges, hasSameLines, isUnchanged } from './cue-changes.ts'
import { CuePins } from './cue-pins.ts'
import { pinCues } from './pinned-cues.ts'

/** The captions of a transcript, or those near a place; may yield between parts of the work. */
export type MakeFixed = (transcript: Transcript) => Generator<undefined, readonly Cue[]>

export interface FixEdits {
  /** To be applied as one step of undo; empty if marks cannot express any of it. */
  readonly edits: readonly Edit[]
  /** The transcript after them. */
  readonly transcript: Transcript
  /** Its captions, as returned by `make`. */
  readonly cues: readonly Cue[]
}

export interface FixEditsOptions {
  /** Indexes of the cues to examine in the captions before the fix; omitted: all. */
  readonly near?: { readonly from: number; readonly to: number }
  /** Defaults to all captions of the transcript. */
  readonly make?: MakeFixed
}

/** Pinning a neighbor can move the next one; no more is tried after this many rounds. */
const MAX_ROUNDS = 8

/**
 * The marks with which a transcript's captions become those of a fix. Marks pin the times and words of
 * changed cues, and of neighbors that would move. What marks cannot express (a cue with words of others
 * between its own) stays unchanged, and nothing is fixed if more cues would then have problems.
 * @param fixed the captions after the fix: the same text in the same order
 */
export function fixEdits(
  context: CueContext,
  fixed: readonly Cue[],
  options: FixEditsOptions = {},
): FixEdits {
  const steps = fixEditsInSteps(context, fixed, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same, yielding so that other work can run. */
export function* fixEditsInSteps(
  context: CueContext,
  fixed: readonly Cue[],
  { near, make = (transcript) => makeAll(context, transcript) }: FixEditsOptions = {},
): Generator<undefined, FixEdits> {
  const { transcript, cues } = context
  const nothing = { edits: [], transcript, cues }
  const changes = changesNear(cues, fixed, near)
  if (changes === null || changes.every(isUnchanged)) return nothing
  const order = wordOrder(transcript)
  // Only worth it for many cues.
  if (near === undefined) order.indexAll()
  const pins = new CuePins(context, order, changes)
  yield
  for (let round = 0; ; round++) {
    const edits = pinCues(context, order, pins.pinned())
    if (edits.length === 0) return nothing
    const after = withMarkEdits(transcript, edits)
    const made = yield* make(after)
    const missed = missedChanges(context, pins, made)
    const hasMore = round < MAX_ROUNDS && missed.map((index) => pins.tryMore(index)).some(Boolean)
    if (!hasMore) {
      // If speakers overlap, marks on one cue can cut another.
      const most = Math.max(brokenCount(cues, context), brokenCount(fixed, context))
      const isWorse = near === undefined && brokenCount(made, context) > most
      return isWorse ? nothing : { edits, transcript: after, cues: made }
    }
    yield
  }
}

// oxlint-disable-next-line require-yield -- all at once; a caller that has parts yields between them
function* makeAll(context: CueContext, transcript: Transcript): Generator<undefined, readonly Cue[]> {
  return makeCues(transcript, context.rules, context)
}

/** The changes of the cues; with `near`, only cues in that range are examined. */
function changesNear(
  cues: readonly Cue[],
  fixed: readonly Cue[],
  near: FixEditsOptions['near'],
): CueChange[] | null {
  if (near === undefined) return cueChanges(cues, fixed)
  const from = Math.max(0, near.from)
  const after = Math.max(0, cues.length - near.to - 1)
  return cueChanges(cues.slice(from, cues.length - after), fixed.slice(from, fixed.length - after))
}

/** Applies edits of marks alone to a transcript; thousands at once, without looking up their words again. */
export function withMarkEdits(transcript: Transcript, edits: readonly Edit[]): Transcript {
  const marks = new Map<string, Mark>(transcript.marks.map((mark) => [mark.id, mark]))
  for (const edit of edits) {
    if (edit.kind === 'set-mark') marks.set(edit.mark.id, edit.mark)
    else if (edit.kind === 'remove-mark') marks.delete(edit.markId)
  }
  return { ...transcript, marks: [...marks.values()] }
}

function brokenCount(cues: readonly Cue[], { rules }: CueContext): number {
  return captionProblems(cues, rules).filter((problems) => problems.length > 0).length
}

/** Indexes of the cues that did not turn out as wanted. */
function missedChanges({ rules }: CueContext, pins: CuePins, made: readonly Cue[]): number[] {
  const byTime = new Map<string, Cue[]>()
  for (const cue of made) {
    const key = `${cue.startMs} ${cue.endMs}`
    byTime.set(key, [...(byTime.get(key) ?? []), cue])
  }
  const isMade = (cue: Cue, index: number): boolean =>
    (byTime.get(`${cue.startMs} ${cue.endMs}`) ?? []).some(
      (other) =>
        hasSameLines(cue, other) ||
        // If the lines cannot be the same, they need only be as good.
        (pins.hasGivenLines(index) &&
          hasSameWords(cue, other) &&
          problemCount(other, rules) <= problemCount(cue, rules)),
    )
  return pins.wanted().flatMap(({ after }, index) => {
    return after.every((cue) => isMade(cue, index)) ? [] : [index]
  })
}

function hasSameWords({ wordIds: a }: Cue, { wordIds: b }: Cue): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
