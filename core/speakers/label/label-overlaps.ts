import { type FrameRun, overlapRuns } from '../pieces.ts'
import type { FrameTracks } from '../../windows/stitch.ts'
import { indexOfHighest } from '../vectors.ts'
import { speakerNearBy } from './label-pieces.ts'
import type { Voices } from './voices.ts'

/** How far around an overlap to look for its two speakers (measured, see docs/engine.md). */
const REACH_SECONDS = 4

export interface LabeledOverlap {
  readonly run: FrameRun
  /** Two, or one if only one of them is known. */
  readonly speakers: readonly number[]
}

/**
 * Identifies the two speakers of each overlap from their speech around it: two different speakers whenever the
 * recording has at least two.
 * @param pieceSpeakers from `labelPieces`
 */
export function labelOverlaps(
  frames: FrameTracks,
  voices: Voices,
  pieceSpeakers: readonly number[],
): LabeledOverlap[] {
  return overlapRuns(frames).map((run) => {
    const [start, end] = run
    const around = (track: Int32Array): Float64Array | null =>
      voices.around(track[start] as number, start, end, REACH_SECONDS)
    const [first, second] = [around(frames.first), around(frames.second)]
    if (first && second) return { run, speakers: bestPair(first, second) }
    const known = first ?? second
    const speaker = known ? indexOfHighest(known) : speakerNearBy(voices.pieces, pieceSpeakers, start, end)
    return { run, speakers: [speaker] }
  })
}

function bestPair(first: Float64Array, second: Float64Array): number[] {
  let pair = [indexOfHighest(first), indexOfHighest(second)]
  if (pair[0] !== pair[1] || first.length < 2) return pair
  let best = -Infinity
  for (const [one, similarity] of first.entries()) {
    for (const [other, otherSimilarity] of second.entries()) {
      if (one === other || similarity + otherSimilarity <= best) continue
      best = similarity + otherSimilarity
      pair = [one, other]
    }
  }
  return pair
}
