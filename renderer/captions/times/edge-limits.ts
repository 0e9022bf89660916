import { limitTimes, type LimitsOfTimes } from '#core/captions/edits/cue-times'
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
