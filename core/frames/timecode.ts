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

/**
 * The whole ms in which a frame begins: a caption that starts or ends then does so with this frame in every player,
 * as the frame's own time is never earlier.
 */
export const frameStartMs = (frame: number, { numerator, denominator }: FrameRate): number =>
  Math.floor((frame * denominator * 1_000) / numerator)

/** `01:02:03:04`, or `01:02:03;04` if frame numbers are dropped. */
export function timecode(frame: number, rate: FrameRate): string {
  const { nominal, drops } = rate
  const count = drops ? withDropped(frame, nominal) : frame
  const seconds = Math.floor(count / nominal)
  const fields = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60].map(pad)
  return `${fields.join(':')}${drops ? ';' : ':'}${pad(count % nominal)}`
}

const timecodeForm = /^(\d\d):([0-5]\d):([0-5]\d)[:;.](\d\d)$/

/** Whether it is a timecode within a day, at any rate. */
export const isTimecode = (text: string): boolean => Number(timecodeForm.exec(text)?.[1] ?? 24) < 24

/**
 * The frame of a timecode, from 0; a number of the frame that its second does not have is its last. 0 for
 * what is no timecode.
 */
export function frameOfTimecode(text: string, { nominal, drops }: FrameRate): number {
  const [, hours = 0, minutes = 0, seconds = 0, frame = 0] = (timecodeForm.exec(text) ?? []).map(Number)
  const inMinutes = hours * 60 + minutes
  const counted = (inMinutes * 60 + seconds) * nominal + Math.min(frame, nominal - 1)
  if (!drops) return counted
  const perMinute = nominal / 15
  // A dropped number stands for the next one.
  const isDropped = minutes % 10 !== 0 && seconds === 0 && frame < perMinute
  const left = perMinute * (inMinutes - Math.floor(inMinutes / 10))
  return counted - left + (isDropped ? perMinute - frame : 0)
}

/** The same timecode; if its number of the frame does not exist, the nearest that does. */
export const nearestTimecode = (text: string, rate: FrameRate): string =>
  timecode(frameOfTimecode(text, rate), rate)

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
