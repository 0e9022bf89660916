import { applyEdits } from '../../edits/apply-edits.ts'
import type { Edit } from '../../edits/edit.ts'
import { framesLater, timeOnFrame } from '../../frames/frame-grid.ts'
import { captionsEndMs, timingMovedBy } from '../../transcript/caption-timing.ts'
import { movedTime, type TimeMap } from '../../transcript/time-map.ts'
import { makeCues, type Cue } from '../cues.ts'
import type { CueContext } from '../edits/cue-context.ts'
import { fixEditsInSteps, type MakeFixed } from '../fixes/fix-edits.ts'
import { type KeptCaptions, keptCaptions } from './kept-captions.ts'
import { framesMs, nearestCount } from './parse-amount.ts'
import { type MovedRange, retimedCues } from './retimed-cues.ts'

export interface CaptionMove {
  readonly map: TimeMap
  /** Which captions move; null: all, with those that are made later. */
  readonly range: MovedRange | null
  /** All words move too, as the transcript belongs to another cut of the film; not of a range. */
  readonly withWords: boolean
}

/** A move of captions before it is made. */
export interface MovedCaptions {
  /** To be applied as one step of undo; empty if nothing moves. */
  readonly edits: readonly Edit[]
  readonly transcript: CueContext['transcript']
  /** The captions after it. */
  readonly cues: readonly Cue[]
  readonly report: MoveReport
}

export interface MoveReport {
  /** Captions that move. */
  readonly count: number
  /** The first and the last of them, before and after; null if none moves. */
  readonly first: MovedCue | null
  readonly last: MovedCue | null
  /** Captions that would begin before the film, and begin with it. */
  readonly cutAtStart: number
  /** Captions that are shown after the recording has ended. */
  readonly afterEnd: number
  /** Captions that then overlap the one before, and did not. */
  readonly overlapping: number
  /** Captions of other words than any before, as marks cannot keep those where the words move. */
  readonly recut: number
  /** Captions of the range that marks cannot move. */
  readonly staying: number
  /** Captions that do not move, but get other times, as marks cannot keep theirs. */
  readonly others: number
}

export interface MovedCue {
  readonly before: Cue
  readonly after: Cue
}

/** What a move makes of a transcript's captions. */
export function moveCaptions(context: CueContext, move: CaptionMove, make?: MakeFixed): MovedCaptions {
  const steps = moveCaptionsInSteps(context, move, make)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * The same, yielding so that other work can run.
 * @param make the captions of a transcript; defaults to making all at once
 */
export function* moveCaptionsInSteps(
  context: CueContext,
  move: CaptionMove,
  make: MakeFixed = (transcript) => makeAll(context, transcript),
): Generator<undefined, MovedCaptions> {
  return move.range === null
    ? yield* moveAll(context, move, make)
    : yield* moveRange(context, move, move.range, make)
}

// oxlint-disable-next-line require-yield -- all at once; a caller that has parts yields between them
function* makeAll(context: CueContext, transcript: CueContext['transcript']): Generator<undefined, Cue[]> {
  return makeCues(transcript, context.rules, context)
}

function* moveAll(
  context: CueContext,
  { map, withWords }: CaptionMove,
  make: MakeFixed,
): Generator<undefined, MovedCaptions> {
  const { transcript, cues, durationMs, newId } = context
  const timing = timingMovedBy(transcript.captionTiming, map)
  const limits = durationMs > 0 ? { durationMs } : {}
  const alone: Edit = { kind: 'set-caption-timing', id: newId(), timing }
  const { transcript: inTime } = applyEdits(transcript, [alone], limits)
  // Words can move to where captions already are.
  if (inTime === transcript && (!withWords || transcript.captionTiming === undefined)) return nothing(context)
  const wanted = yield* make(inTime)
  const {
    edits,
    transcript: after,
    cues: made,
  } = withWords
    ? yield* withMovedWords(context, map, wanted, make)
    : { edits: [alone], transcript: inTime, cues: wanted }
  const { cutAtStart } = retimedCues(cues, map)
  const [last, lastMade] = [cues.at(-1), made.at(-1)]
  return {
    edits,
    transcript: after,
    cues: made,
    report: {
      count: cues.length,
      first: pairOf(cues[0], made[0]),
      last: pairOf(last, lastMade),
      ...told(context, made),
      cutAtStart: wellBefore(context, map, cutAtStart),
      staying: 0,
      others: 0,
    },
  }
}

/** The words move, too: their captions stay those that are wanted. */
function* withMovedWords(
  context: CueContext,
  map: TimeMap,
  wanted: readonly Cue[],
  make: MakeFixed,
): Generator<undefined, KeptCaptions> {
  const { durationMs } = context
  const move: Edit = { kind: 'retime-transcript', id: context.newId(), move: map }
  const { transcript } = applyEdits(context.transcript, [move], durationMs > 0 ? { durationMs } : {})
  const kept = yield* keptCaptions({ ...context, transcript }, wanted, make)
  return { ...kept, edits: [move, ...kept.edits] }
}

function* moveRange(
  context: CueContext,
  { map }: CaptionMove,
  range: MovedRange,
  make: MakeFixed,
): Generator<undefined, MovedCaptions> {
  const { cues } = context
  const { cues: moved, cutAtStart } = retimedCues(cues, map, range)
  const wanted = moved.map((cue, index) =>
    cue === cues[index] ? cue : whereSet(context, map, cue, cues[index]),
  )
  const { edits, transcript, cues: made } = yield* fixEditsInSteps(context, wanted, { make })
  const byTimes = new Map(made.map((cue) => [keyOf(cue), cue]))
  const pairs = wanted.flatMap((cue, index): MovedCue[] => {
    const before = cues[index]
    const after = byTimes.get(keyOf(cue))
    return before === undefined || before === cue || after === undefined ? [] : [{ before, after }]
  })
  const selected = Math.max(0, Math.min(range.to, cues.length - 1) - range.from + 1)
  if (edits.length === 0) return nothing(context, wanted.some((cue, at) => cue !== cues[at]) ? selected : 0)
  return {
    edits,
    transcript,
    cues: made,
    report: {
      count: pairs.length,
      first: pairs[0] ?? null,
      last: pairs.at(-1) ?? null,
      ...told(context, made),
      cutAtStart: wellBefore(context, map, cutAtStart),
      staying: Math.max(0, selected - pairs.length),
      others: wanted.filter((cue, index) => cue === cues[index] && !byTimes.has(keyOf(cue))).length,
    },
  }
}

/** A moved caption within the recording, on frames if there are any: as many later as are nearest to the amount. */
function whereSet(context: CueContext, { ratio, offsetMs }: TimeMap, cue: Cue, before: Cue | undefined): Cue {
  const { rules, durationMs, transcript } = context
  const { frames } = rules
  const at = (ms: number, wasMs: number | undefined): number => {
    if (frames === undefined) return ms
    return ratio === 1 && wasMs !== undefined
      ? framesLater(wasMs, nearestCount(offsetMs, frames), frames)
      : timeOnFrame(ms, frames)
  }
  const startMs = at(cue.startMs, before?.startMs)
  const endMs = Math.max(startMs + 1, at(cue.endMs, before?.endMs))
  const lastMs = durationMs > 0 ? captionsEndMs(durationMs, transcript.captionTiming) : Infinity
  return { ...cue, startMs, endMs: startMs < lastMs ? Math.min(endMs, lastMs) : endMs }
}

function told(
  { cues, durationMs }: CueContext,
  made: readonly Cue[],
): Pick<MoveReport, 'afterEnd' | 'overlapping' | 'recut'> {
  const before = new Set(cues.map(wordsOf))
  return {
    recut: made.filter((cue) => !before.has(wordsOf(cue))).length,
    afterEnd: durationMs > 0 ? made.filter(({ endMs }) => endMs > durationMs).length : 0,
    overlapping: Math.max(0, overlaps(made) - overlaps(cues)),
  }
}

/** How many of those that are cut at the start are so by more than the rounding of times to frames. */
function wellBefore(
  { cues, rules: { frames } }: CueContext,
  map: TimeMap,
  cutAtStart: readonly number[],
): number {
  const roundedMs = frames === undefined ? 0 : framesMs(1, frames) / 2
  return cutAtStart.filter((index) => movedTime(cues[index]?.startMs ?? 0, map) < -roundedMs).length
}

const wordsOf = ({ wordIds }: Cue): string => wordIds.join(' ')

const overlaps = (cues: readonly Cue[]): number =>
  cues.filter(({ startMs }, index) => startMs < (cues[index - 1]?.endMs ?? 0)).length

const keyOf = ({ startMs, endMs, wordIds }: Cue): string => `${startMs} ${endMs} ${wordIds[0] ?? ''}`

const pairOf = (before: Cue | undefined, after: Cue | undefined): MovedCue | null =>
  before === undefined || after === undefined ? null : { before, after }

const nothing = ({ transcript, cues }: CueContext, staying = 0): MovedCaptions => ({
  edits: [],
  transcript,
  cues,
  report: {
    count: 0,
    first: null,
    last: null,
    cutAtStart: 0,
    afterEnd: 0,
    overlapping: 0,
    recut: 0,
    staying,
    others: 0,
  },
})
