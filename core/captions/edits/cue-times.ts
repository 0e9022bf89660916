import type { Edit } from '../../edits/edit.ts'
import { captionsEndMs } from '../../transcript/caption-timing.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import type { CaptionRules } from '../caption-rules.ts'
import type { Cue } from '../cues.ts'
import { arrangeCues } from './arrange-cues.ts'
import type { CueContext } from './cue-context.ts'
import { cueRanges, sharesWord } from './cue-range.ts'
import { uncoverRange } from './mark-edits.ts'
import { wordOrder } from './word-order.ts'

/** Minimum duration that can be set: one frame at 25 frames per second. */
export const MIN_CUE_MS = 40

export interface CueTimes {
  /** Empty if nothing changes. */
  readonly edits: Edit[]
  /** As set: limited by the neighboring cues, by the recording and by the minimum duration. */
  readonly startMs: number
  readonly endMs: number
}

/**
 * Sets the start, the end or both. The cue keeps its words and becomes fixed, as Parolo might cut it
 * differently for its new times. An automatically cut cue before it is shortened, at most to the time it
 * needs.
 */
export function setCueTimes(
  context: CueContext,
  cue: Cue,
  set: { readonly startMs?: number; readonly endMs?: number },
): CueTimes {
  const { startMs, endMs } = limitTimes(context, cue, set)
  const { transcript, cues } = context
  const isSame = startMs === cue.startMs && endMs === cue.endMs
  const isCut = sharesWord(cues[cue.index - 1], cue) || sharesWord(cue, cues[cue.index + 1])
  if (isSame || isCut) return { edits: [], startMs: cue.startMs, endMs: cue.endMs }
  const order = wordOrder(transcript)
  // If words of other cues are in between, each part has the same times.
  const ranges = cueRanges(order, transcript, cues, cue)
  const edits = ranges.flatMap(({ from, to }) => {
    // In a fixed cue, words that are kept together are on one line, however long.
    const also = cue.isFixed === true ? [] : uncoverRange(context, order, { from, to }, 'no-break')
    return arrangeCues(context, order, [{ from, to, startMs, endMs, isFixed: true }], { also })
  })
  return { edits, startMs, endMs }
}

/** What limits the times of a cue. */
export interface LimitsOfTimes extends Pick<CueContext, 'cues' | 'rules' | 'durationMs'> {
  readonly transcript: Pick<Transcript, 'captionTiming'>
}

/** The times that `setCueTimes` would set, without the edits: used while an edge is dragged. */
export function limitTimes(
  { cues, rules, durationMs, transcript }: LimitsOfTimes,
  cue: Cue,
  set: { readonly startMs?: number; readonly endMs?: number },
): { startMs: number; endMs: number } {
  const before = cues[cue.index - 1]
  const after = cues[cue.index + 1]
  const earliest = before === undefined ? 0 : Math.min(earliestAfter(before, rules), cue.startMs)
  const lastMs = durationMs > 0 ? captionsEndMs(durationMs, transcript.captionTiming) : Infinity
  const latest = Math.max(after?.startMs ?? lastMs, cue.endMs)
  const startMs = clamp(Math.round(set.startMs ?? cue.startMs), earliest, latest - MIN_CUE_MS)
  const endMs = clamp(Math.round(set.endMs ?? cue.endMs), earliest + MIN_CUE_MS, latest)
  if (endMs - startMs >= MIN_CUE_MS) return { startMs, endMs }
  // The edge that was set stays next to the other one.
  return set.endMs === undefined
    ? { startMs: Math.max(earliest, endMs - MIN_CUE_MS), endMs }
    : { startMs, endMs: startMs + MIN_CUE_MS }
}

/** An automatically cut cue can end earlier, with the gap of the rules before the next. */
function earliestAfter(
  { startMs, endMs, isFixed }: Cue,
  { minDurationMs, gapMs }: Pick<CaptionRules, 'minDurationMs' | 'gapMs'>,
): number {
  return isFixed === true ? endMs : Math.min(endMs, startMs + minDurationMs) + gapMs
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))
