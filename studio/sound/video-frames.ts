import type { VideoFrames } from '#core/frames/video-frames'

/** What ffprobe says of a video stream; unknown values are missing. */
export interface VideoStream {
  readonly r_frame_rate?: string
  readonly avg_frame_rate?: string
  readonly field_order?: string
  /** How many frames the container counts. */
  readonly nb_frames?: string
  /** Seconds on the container's clock. */
  readonly start_time?: string
}

/** A constant rate that is written as a decimal or measured is one of these if it is this near: 23.976 and 24 differ by 0.1 %. */
const NEAR_SHARE = 0.000_4
/** A measured average of a constant rate is this near to it. */
const CONSTANT_SHARE = 0.000_6
/** Or nearer than this many frames in the whole video: the last frame's length is often missing in the container's. */
const LAST_FRAME = 1.05

const usualRates = [
  [24_000, 1_001],
  [24, 1],
  [25, 1],
  [30_000, 1_001],
  [30, 1],
  [48_000, 1_001],
  [48, 1],
  [50, 1],
  [60_000, 1_001],
  [60, 1],
  [100, 1],
  [120_000, 1_001],
  [120, 1],
] as const

type Fraction = readonly [numerator: number, denominator: number]

/**
 * The frames of a video by its stream's header; null if that names no rate.
 * @param timecode the file's own, whose last separator says whether it drops frames; null if it has none
 * @param zeroSeconds where the recording's time 0 is on the container's clock
 */
export function videoFrames(
  { r_frame_rate, avg_frame_rate, field_order, nb_frames, start_time }: VideoStream,
  timecode: string | null,
  zeroSeconds: number,
): VideoFrames | null {
  const least = fractionOf(r_frame_rate)
  const average = fractionOf(avg_frame_rate)
  if (least === null && average === null) return null
  const share = Math.max(CONSTANT_SHARE, nb_frames === undefined ? 0 : LAST_FRAME / Number(nb_frames) || 0)
  const rate = constantRate(least, average, field_order, share)
  const [numerator, denominator] = usualRate(rate ?? average ?? least ?? [25, 1])
  const nominal = Math.round(numerator / denominator)
  const canDrop = denominator === 1_001 && nominal % 30 === 0
  return {
    numerator,
    denominator,
    drops: canDrop && !(timecode !== null && /^\d+:\d+:\d+:\d+$/u.test(timecode)),
    firstUs: Math.round((Number(start_time ?? zeroSeconds) || 0) * 1_000_000 - zeroSeconds * 1_000_000),
    isVariable: rate === null,
  }
}

/** The rate by which all times of frames can be expressed, if it is also the average; of interlaced video half of it. */
function constantRate(
  least: Fraction | null,
  average: Fraction | null,
  fieldOrder: string | undefined,
  share: number,
): Fraction | null {
  if (least === null || average === null) return least ?? average
  const ratio = least[0] / least[1] / (average[0] / average[1])
  if (Math.abs(ratio - 1) <= share) return least
  const isInterlaced = fieldOrder !== undefined && /^(?:tt|bb|tb|bt)$/u.test(fieldOrder)
  return isInterlaced && Math.abs(ratio - 2) <= 2 * share ? [least[0], least[1] * 2] : null
}

function usualRate([numerator, denominator]: Fraction): Fraction {
  const rate = numerator / denominator
  const usual = usualRates.find(([over, under]) => Math.abs(rate / (over / under) - 1) < NEAR_SHARE)
  return usual ?? reduced(numerator, denominator)
}

function reduced(numerator: number, denominator: number): Fraction {
  let [a, b] = [numerator, denominator]
  while (b > 0) [a, b] = [b, a % b]
  return [numerator / a, denominator / a]
}

/** `24000/1001`; null for `0/0` and what is no rate of frames. */
function fractionOf(text: string | undefined): Fraction | null {
  const match = /^(\d+)\/(\d+)$/u.exec(text ?? '')
  const [numerator, denominator] = [Number(match?.[1]), Number(match?.[2])]
  const isRate = numerator > 0 && denominator > 0 && numerator / denominator <= 100_000
  return isRate ? [numerator, denominator] : null
}
