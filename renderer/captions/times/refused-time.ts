import type { Cue } from '#core/captions/cues'
import type { LimitsOfTimes } from '#core/captions/edits/cue-times'
import { timeOnFrame } from '#core/frames/frame-grid'
import type { FrameGrid } from '#core/frames/video-frames'
import type { Say } from '../../ui/words.tsx'
import { edgeLimits, type Side } from './edge-limits.ts'

/**
 * Why an edge cannot be at a typed time, with the nearest one at which it can; null if it can.
 * @param frames on which set times lie
 */
export function refusedTime(
  context: LimitsOfTimes,
  { cue, side, ms }: { readonly cue: Cue; readonly side: Side; readonly ms: number },
  frames: FrameGrid | null,
  { say, clock }: { readonly say: Say; readonly clock: (ms: number) => string },
): string | null {
  const limits = edgeLimits(context, cue, side)
  const at = timeOnFrame(ms, frames)
  if (at >= limits.startMs && at <= limits.endMs) return null
  const isEarly = at < limits.startMs
  const time = clock(timeOnFrame(isEarly ? limits.startMs : limits.endMs, frames, limits))
  if (isEarly && side === 'end') return say('captions.time.after-in', { time })
  if (!isEarly && side === 'start') return say('captions.time.before-out', { time })
  const neighbor = context.cues[cue.index + (isEarly ? -1 : 1)]
  if (neighbor === undefined) return say('captions.time.before-end', { time })
  const number = neighbor.index + 1
  return say(isEarly ? 'captions.time.after-caption' : 'captions.time.before-caption', { time, number })
}
