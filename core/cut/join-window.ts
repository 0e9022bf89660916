import type { TimeSpan } from '../transcript/time-span.ts'
import type { JoinToRecognize, JoinWord } from './joins-to-recognize.ts'

/** What is recognized around a join, on the recording's clock in ms: with what is cut, and without it. */
export interface JoinWindow {
  /** Kept sound on either side; null at an end of the recording. */
  readonly before: TimeSpan | null
  readonly after: TimeSpan | null
  /** The same sound uncut: two pieces if much is cut. */
  readonly whole: readonly TimeSpan[]
}

/** Of a longer cut only so much at each end is recognized, in ms. */
const MOST_CUT_MS = 3_000
/** A window may begin and end so much earlier or later, between words, in ms. */
const NEAR_MS = 1_200
/** Less than this on one side is not recognized. */
const LEAST_MS = 100

/**
 * The sound around one join; other cuts are not made in it. `contextMs`: about how much on each side.
 * `whole`: where the recording, or its kept part, begins and ends.
 */
export function joinWindow(
  { startMs, endMs, words }: JoinToRecognize,
  contextMs: number,
  whole: TimeSpan,
): JoinWindow {
  const first = Math.max(whole.startMs, betweenWords(words, startMs - contextMs, startMs))
  const last = Math.min(whole.endMs, betweenWords(words, endMs + contextMs, endMs))
  const before = startMs - first < LEAST_MS ? null : { startMs: first, endMs: startMs }
  const after = last - endMs < LEAST_MS ? null : { startMs: endMs, endMs: last }
  const outer = { startMs: before?.startMs ?? startMs, endMs: after?.endMs ?? endMs }
  const pieces =
    endMs - startMs <= 2 * MOST_CUT_MS
      ? [outer]
      : [
          { startMs: outer.startMs, endMs: startMs + MOST_CUT_MS },
          { startMs: endMs - MOST_CUT_MS, endMs: outer.endMs },
        ]
  return { before, after, whole: pieces }
}

/** The middle of the longest pause near a time, on the same side of the join; the time itself if it is within no speech. */
function betweenWords(words: readonly JoinWord[], nearMs: number, edgeMs: number): number {
  const isBefore = nearMs < edgeMs
  let [best, length] = [nearMs, 0]
  let endMs = -Infinity
  for (const word of words) {
    const middle = (endMs + word.startMs) / 2
    const isNear = Math.abs(middle - nearMs) <= NEAR_MS && (isBefore ? middle < edgeMs : middle > edgeMs)
    if (isNear && word.startMs - endMs > length) [best, length] = [middle, word.startMs - endMs]
    endMs = Math.max(endMs, word.endMs)
  }
  return best
}
