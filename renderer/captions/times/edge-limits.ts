import { limitTimes, type LimitsOfTimes } from '#core/captions/edits/cue-times'
import { captionsEndMs } from '#core/transcript/caption-timing'
import type { Cue } from '#core/captions/cues'
import type { TimeSpan } from '#core/transcript/time-span'

export type Side = 'start' | 'end'

/** The range in which an edge can be moved while the other edge stays. */
export function edgeLimits(context: LimitsOfTimes, cue: Cue, side: Side): TimeSpan {
  if (side === 'start') {
    return {
      startMs: limitTimes(context, cue, { startMs: 0 }).startMs,
      endMs: limitTimes(context, cue, { startMs: cue.endMs }).startMs,
    }
  }
  return {
    startMs: limitTimes(context, cue, { endMs: cue.startMs }).endMs,
    endMs: limitTimes(context, cue, { endMs: Number.MAX_SAFE_INTEGER }).endMs,
  }
}

/** Until when captions can be shown; Infinity if unknown. */
export const lastMs = ({ durationMs, transcript }: LimitsOfTimes): number =>
  durationMs > 0 ? captionsEndMs(durationMs, transcript.captionTiming) : Infinity

/**
 * The ranges of both edges if all captions that follow move along: these are no limit, and the start takes the end along.
 * @param latestMs until when captions can be shown
 */
export function followedLimits(
  { startMs, endMs }: Cue,
  limits: Readonly<Record<Side, TimeSpan>>,
  latestMs: number,
): Readonly<Record<Side, TimeSpan>> {
  return {
    start: { startMs: limits.start.startMs, endMs: Math.max(startMs, latestMs - (endMs - startMs)) },
    end: { startMs: limits.end.startMs, endMs: Math.max(endMs, latestMs) },
  }
}
