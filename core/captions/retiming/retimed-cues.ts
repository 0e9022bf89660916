import type { TimeSpan } from '../../transcript/time-span.ts'
import { movedTime, type TimeMap } from '../../transcript/time-map.ts'

/** Which cues move: indices from 0, `to` included. */
export interface MovedRange {
  readonly from: number
  readonly to: number
}

export interface RetimedCues<Cue extends TimeSpan> {
  /** All of them, those that do not move too, in their order. */
  readonly cues: readonly Cue[]
  /** Indices of cues that would begin before the start of the film; they begin there. */
  readonly cutAtStart: readonly number[]
  /** Indices of cues that now overlap the one before, or begin before it, and did not. */
  readonly overlapping: readonly number[]
}

/** Everything, or what follows a cue, or a selection; beyond the last cue nothing is there to move. */
export const allCues: MovedRange = { from: 0, to: Infinity }
export const cuesFrom = (index: number): MovedRange => ({ from: index, to: Infinity })

/**
 * Cues moved in time, each at least 1 ms long. No cue is dropped, and none changes its place in the list: what a
 * selection runs into is listed, so that a person sees it before it is done.
 */
export function retimedCues<Cue extends TimeSpan>(
  cues: readonly Cue[],
  map: TimeMap,
  { from, to }: MovedRange = allCues,
): RetimedCues<Cue> {
  const cutAtStart: number[] = []
  const moved = cues.map((cue, index): Cue => {
    if (index < from || index > to) return cue
    const startMs = movedTime(cue.startMs, map)
    if (startMs < 0) cutAtStart.push(index)
    const shownFrom = Math.max(0, startMs)
    return { ...cue, startMs: shownFrom, endMs: Math.max(shownFrom + 1, movedTime(cue.endMs, map)) }
  })
  const overlapping = moved.flatMap((_, index) =>
    index > 0 && isOverlap(moved, index) && !isOverlap(cues, index) ? [index] : [],
  )
  return { cues: moved, cutAtStart, overlapping }
}

const isOverlap = (cues: readonly TimeSpan[], index: number): boolean =>
  (cues[index]?.startMs ?? 0) < (cues[index - 1]?.endMs ?? 0)
