import type { Loudness } from '#core/formats/sounds/loudness-words'
import type { LoudnessTarget } from '#core/formats/sounds/sound-files'

/** The loudest that a peak may be, dBTP (EBU R 128). */
export const MAX_TRUE_PEAK = -1
/** The limiter's own limit is lower by this: its result is resampled once more. */
const LIMITER_MARGIN = 0.1
/** Peaks between samples are seen at four times the rate (ITU-R BS.1770-5, annex 2). */
const OVERSAMPLING = 4
/** What ebur128 gives where nothing is louder than its gate. */
const GATE = -70

export const measuringFilter = 'ebur128=peak=true:dualmono=true:framelog=quiet'

/** What ebur128 printed at its end; null if there was nothing to measure. */
export function readLoudness(printed: string): Loudness | null {
  const summary = printed.slice(printed.lastIndexOf('Summary:'))
  const value = (name: string): number =>
    Number(new RegExp(`${name}:\\s+(-?[\\d.]+)`, 'u').exec(summary)?.[1] ?? Number.NaN)
  const [integrated, truePeak] = [value('I'), value('Peak')]
  return integrated > GATE && Number.isFinite(truePeak) ? { integrated, truePeak } : null
}

/** ffmpeg's filters that reach a loudness: one gain for everything, and a limiter where a peak would be too high. */
export function loudnessFilters(
  target: LoudnessTarget,
  { integrated, truePeak }: Loudness,
  sampleRate: number,
): string[] {
  const gain = target - integrated
  const volume = `volume=${gain.toFixed(2)}dB:precision=float`
  if (truePeak + gain <= MAX_TRUE_PEAK) return [volume]
  const limit = 10 ** ((MAX_TRUE_PEAK - LIMITER_MARGIN) / 20)
  return [
    volume,
    `aresample=${OVERSAMPLING * sampleRate}`,
    `alimiter=limit=${limit.toFixed(5)}:level=false:attack=5:release=50:latency=true`,
    `aresample=${sampleRate}`,
  ]
}
