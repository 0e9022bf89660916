import type { Edit } from '../../edits/edit.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import type { Cue } from '../cues.ts'
import type { CueContext } from '../edits/cue-context.ts'
import { wordOrder } from '../edits/word-order.ts'
import { hasSameLines } from '../fixes/cue-changes.ts'
import { CuePins } from '../fixes/cue-pins.ts'
import { type MakeFixed, withMarkEdits } from '../fixes/fix-edits.ts'
import { pinCues } from '../fixes/pinned-cues.ts'

export interface KeptCaptions {
  /** Of marks; empty if all captions are as wanted without. */
  readonly edits: readonly Edit[]
  readonly transcript: Transcript
  readonly cues: readonly Cue[]
}

/** A caption that is kept can cut the next one otherwise; no more is tried after this many rounds. */
const MAX_ROUNDS = 8

/**
 * The marks with which words at new times have the captions that they had at others: only those that would be cut
 * otherwise get any, as far as marks can keep them.
 * @param moved the transcript with its words at the new times, and the captions of before
 * @param wanted the captions as they are to be, in the order of those
 */
export function* keptCaptions(
  moved: CueContext,
  wanted: readonly Cue[],
  make: MakeFixed,
): Generator<undefined, KeptCaptions> {
  const { transcript } = moved
  const order = wordOrder(transcript)
  order.indexAll()
  const pins = new CuePins(
    moved,
    order,
    wanted.map((cue) => ({ before: cue, after: [cue] })),
  )
  for (let round = 0; ; round++) {
    const edits = pinCues(moved, order, pins.pinned())
    const after = edits.length === 0 ? transcript : withMarkEdits(transcript, edits)
    const cues = yield* make(after)
    const missed = round < MAX_ROUNDS ? missedCues(wanted, cues) : []
    if (!missed.map((index) => pins.tryMore(index)).some(Boolean)) return { edits, transcript: after, cues }
    yield
  }
}

/** Indexes of the captions that are not among those made. */
function missedCues(wanted: readonly Cue[], made: readonly Cue[]): number[] {
  const byWords = new Map(made.map((cue) => [cue.wordIds.join(' '), cue]))
  return wanted.flatMap((cue, index) => {
    const found = byWords.get(cue.wordIds.join(' '))
    return found !== undefined && hasSameLines(cue, found) ? [] : [index]
  })
}
