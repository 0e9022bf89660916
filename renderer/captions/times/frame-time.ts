import { frameAt, frameRateOf, frameStartMs } from '#core/formats/edit-lists/timecode'
import type { TimeSpan } from '#core/transcript/time-span'

/**
 * The nearest time at which a frame begins within the limits, else the nearest limit. Without a frame rate,
 * the time itself.
 */
export function frameTime(
  ms: number,
  frameRate: number | null,
  { startMs, endMs }: TimeSpan = { startMs: 0, endMs: Infinity },
): number {
  if (frameRate === null) return ms
  const rate = frameRateOf(frameRate)
  const inLimits = Math.max(startMs, Math.min(ms, endMs))
  const nearest = frameAt(inLimits, rate)
  const begins = [nearest, nearest + 1, nearest - 1].map((frame) => frameStartMs(frame, rate))
  return begins.find((at) => at >= startMs && at <= endMs) ?? inLimits
}
