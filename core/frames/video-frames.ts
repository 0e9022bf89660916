import { type FrameRate, frameRateOf } from './timecode.ts'

/** The frames of a recording's video. Frames a second are a fraction, so that hours of them do not drift. */
export interface VideoFrames {
  readonly numerator: number
  readonly denominator: number
  /** Whether timecode drops frame numbers: at 29.97 and 59.94, unless the file's own timecode does not. */
  readonly drops: boolean
  /** When the first frame is shown, in microseconds of the recording. */
  readonly firstUs: number
  /** Frames do not all last equally long: there is no grid, and the rate is an average. */
  readonly isVariable: boolean
}

/** Frames of a constant rate, counted from the first. */
export interface FrameGrid extends FrameRate {
  readonly firstUs: number
}

/** The grid of a video; null if its rate varies. */
export function gridOfVideo(frames: VideoFrames): FrameGrid | null {
  const { numerator, denominator, drops, firstUs, isVariable } = frames
  if (isVariable) return null
  return { numerator, denominator, nominal: Math.round(numerator / denominator), drops, firstUs }
}

/** The grid of a rate without a video, counted from 0; null without one. */
export function gridOfRate(framesPerSecond: number | null): FrameGrid | null {
  return framesPerSecond === null ? null : { ...frameRateOf(framesPerSecond), firstUs: 0 }
}

/** A video of a constant rate, counted from 0. */
export function videoOfRate(rate: number): VideoFrames {
  const { numerator, denominator, drops } = frameRateOf(rate)
  return { numerator, denominator, drops, firstUs: 0, isVariable: false }
}

export const framesPerSecond = ({
  numerator,
  denominator,
}: Pick<FrameRate, 'numerator' | 'denominator'>): number => numerator / denominator

/** The frames of a recording whose times are all later by an offset in ms. */
export function shiftedFrames(frames: VideoFrames, offsetMs: number): VideoFrames {
  return { ...frames, firstUs: frames.firstUs + Math.round(offsetMs * 1_000) }
}

/** The same for the same frames: a key under which what follows from them can be kept. */
export const framesKey = (frames: VideoFrames): string =>
  [frames.numerator, frames.denominator, frames.firstUs, frames.drops, frames.isVariable].join(' ')

/** Whether external data are the frames of a video, of a rate that videos have. */
export function isVideoFrames(value: unknown): value is VideoFrames {
  if (typeof value !== 'object' || value === null) return false
  const { numerator, denominator, drops, firstUs, isVariable } = value as Readonly<Record<string, unknown>>
  if (!isCount(numerator) || !isCount(denominator) || !Number.isSafeInteger(firstUs)) return false
  const rate = numerator / denominator
  return rate >= 1 && rate <= 1_000 && typeof drops === 'boolean' && typeof isVariable === 'boolean'
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 10_000_000
