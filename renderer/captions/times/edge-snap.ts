import { type SnapSources, type SnapTarget, snapTargets, snapTime } from '#core/captions/edits/snap-times'
import type { Side } from './edge-limits.ts'

/** An edge snaps from this many pixels away, however much of the recording is shown. */
const NEAR_PX = 10

/** How far an edge moves to snap while it is dragged, in ms at this zoom. */
export const snapDistance = (msPerPixel: number): number => NEAR_PX * msPerPixel

/**
 * The snap targets of an edge: for a start, the start of speech and the caption before it; for an end, the
 * others.
 */
export function edgeTargets(sources: SnapSources, side: Side): SnapTarget[] {
  const own: SnapSources =
    side === 'start' ? { ...sources, after: undefined } : { ...sources, before: undefined }
  const unwanted = side === 'start' ? 'speech-end' : 'speech-start'
  return snapTargets(own).filter(({ kind }) => kind !== unwanted)
}

/** The resulting time of an edge dragged to `ms`. */
export function snapEdge(ms: number, targets: readonly SnapTarget[], withinMs: number): number {
  return snapTime(ms, targets, withinMs)?.ms ?? ms
}
