/** Frames per second as a fraction, and how a second of them is counted. */
export interface FrameRate {
  readonly numerator: number
  readonly denominator: number
  /** Frames counted as one second: 30 for 29.97. */
  readonly nominal: number
  /** Whether frame numbers are dropped to stay in step with the clock (SMPTE ST 12-1). */
  readonly drops: boolean
}

export const DEFAULT_FRAME_RATE = 25

/**
 * 23.976, 29.97 and 59.94 are 24, 30 and 60 times 1000/1001; of these, 29.97 and 59.94 drop frame numbers unless
 * `dropFrame` is false.
 */
export function frameRateOf(framesPerSecond: number, dropFrame = true): FrameRate {
  const nominal = Math.round(framesPerSecond)
  const isVideo = Math.abs(framesPerSecond - (nominal * 1_000) / 1_001) < 0.005 && nominal % 6 === 0
  const drops = dropFrame && nominal % 30 === 0
  if (isVideo) return { numerator: nominal * 1_000, denominator: 1_001, nominal, drops }
  const whole = Number.isInteger(framesPerSecond)
  return {
    numerator: whole ? nominal : Math.round(framesPerSecond * 1_000),
    denominator: whole ? 1 : 1_000,
    nominal,
    drops: false,
  }
}

/** Whether frame numbers can be dropped at a rate. */
export const canDropFrames = (framesPerSecond: number): boolean => frameRateOf(framesPerSecond).drops

/** The nearest frame to a time; the first is 0. */
export const frameAt = (ms: number, { numerator, denominator }: FrameRate): number =>
  Math.round((ms * numerator) / (denominator * 1_000))

export const frameStartMs = (frame: number, { numerator, denominator }: FrameRate): number =>
  Math.round((frame * denominator * 1_000) / numerator)

/** `01:02:03:04`, or `01:02:03;04` if frame numbers are dropped. */
export function timecode(frame: number, rate: FrameRate): string {
  const { nominal, drops } = rate
  const count = drops ? withDropped(frame, nominal) : frame
  const seconds = Math.floor(count / nominal)
  const fields = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60].map(pad)
  return `${fields.join(':')}${drops ? ';' : ':'}${pad(count % nominal)}`
}

/** Two frame numbers are dropped each minute, except in every tenth. */
function withDropped(frame: number, nominal: number): number {
  const dropped = nominal / 15
  const perMinute = nominal * 60 - dropped
  const perTen = perMinute * 10 + dropped
  const tens = Math.floor(frame / perTen)
  const rest = frame % perTen
  const minutes = rest < nominal * 60 ? 0 : 1 + Math.floor((rest - nominal * 60) / perMinute)
  return frame + dropped * (tens * 9 + minutes)
}

const pad = (value: number): string => String(value).padStart(2, '0')
