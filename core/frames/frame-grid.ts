import { timecode } from './timecode.ts'
import type { FrameGrid } from './video-frames.ts'

/**
 * The whole ms in which a frame begins: never after the frame's own time, so that a caption that starts or ends then
 * does so with this frame in every player.
 */
export const startOfFrame = (frame: number, { numerator, denominator, firstUs }: FrameGrid): number =>
  Math.floor((firstUs * numerator + frame * denominator * 1_000_000) / (numerator * 1_000))

/** The exact time of the frame that begins in this ms, as times of frames are whole ms; else the time itself. */
export function timeOfFrame(ms: number, grid: FrameGrid): number {
  const { numerator, denominator, firstUs } = grid
  const frame = frameOn(ms, grid)
  if (startOfFrame(frame, grid) !== Math.floor(ms)) return ms
  return (firstUs * numerator + frame * denominator * 1_000_000) / (numerator * 1_000)
}

/** The frame on the screen at a time: the last that has begun by then; negative before the first. */
export function frameOn(ms: number, { numerator, denominator, firstUs }: FrameGrid): number {
  const untilUs = (Math.floor(ms) + 1) * 1_000 - firstUs
  return Math.ceil((untilUs * numerator) / (denominator * 1_000_000)) - 1
}

/** The first frame at or after time 0. */
export const firstFrame = (grid: FrameGrid): number => frameOn(-1, grid) + 1

/** The frame that begins nearest to a time. */
export const nearestFrame = (ms: number, { numerator, denominator, firstUs }: FrameGrid): number =>
  // Never −0, which is another number to `Object.is`.
  Math.round(((ms * 1_000 - firstUs) * numerator) / (denominator * 1_000_000)) + 0

/** When the frame on the screen at this time began; 0 before the first frame. */
export const frameBegin = (ms: number, grid: FrameGrid): number =>
  Math.max(0, startOfFrame(frameOn(ms, grid), grid))

/** The first time at or after this one at which a frame begins. */
export function nextBegin(ms: number, grid: FrameGrid): number {
  const frame = frameOn(ms, grid)
  const begin = startOfFrame(frame, grid)
  return begin >= ms ? begin : startOfFrame(frame + 1, grid)
}

/** Whether a frame begins at this time, in whole ms. */
export const isOnFrame = (ms: number, grid: FrameGrid): boolean =>
  startOfFrame(frameOn(ms, grid), grid) === ms

/** The time so many frames later (earlier if negative) than the frame at a time; not before 0. */
export const framesLater = (ms: number, frames: number, grid: FrameGrid): number =>
  Math.max(0, startOfFrame(nearestFrame(ms, grid) + frames, grid))

/** Where a player is sent so that the picture of the frame of this time is on the screen: never just before it. */
export const showingMs = (ms: number, grid: FrameGrid | null): number => (grid === null ? ms : ms + 1)

/** Timecode of the frame on the screen, counted from the first: `00:12:28:03`. */
export const frameTimecode = (ms: number, grid: FrameGrid): string =>
  timecode(Math.max(0, frameOn(ms, grid)), grid)

/** The nearest time at which a frame begins within the limits, else the nearest limit. Without a grid, the time itself. */
export function timeOnFrame(
  ms: number,
  grid: FrameGrid | null,
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number } = { startMs: 0, endMs: Infinity },
): number {
  if (grid === null) return ms
  const inLimits = Math.max(startMs, Math.min(ms, endMs))
  const nearest = nearestFrame(inLimits, grid)
  const begins = [nearest, nearest + 1, nearest - 1].map((frame) => startOfFrame(frame, grid))
  return begins.find((at) => at >= startMs && at <= endMs) ?? inLimits
}
