import type { LoudnessTarget } from '#core/formats/sounds/sound-files'

/** The loudest that a peak may be, dBTP (EBU R 128). */
export const MAX_TRUE_PEAK = -1
/** The limiter's own limit is lower by this: its result is resampled once more. */
const LIMITER_MARGIN = 0.1
/** Peaks between samples are seen at four times the rate (ITU-R BS.1770-5, annex 2). */
const OVERSAMPLING = 4
/** What ebur128 gives where nothing is louder than its gate. */
const GATE = -70

/** By how much a peak between samples may be higher than they are (a tone at a quarter of the rate), dB. */
const BETWEEN_SAMPLES = 3

const meter = (peak: 'sample' | 'true'): string => `ebur128=peak=${peak}:dualmono=true:framelog=quiet`

/** ffmpeg's arguments to measure its input. Peaks of samples are found in less than half the time of true peaks. */
export const measured = (peak: 'sample' | 'true'): string[] => ['-af', meter(peak), '-f', 'null', '-']

/** The same of the first stream that it encodes, decoded again while it is written (`canDecodeOutput`). */
export const measuredOutput: readonly string[] = [
  '-dec',
  '0:0',
  '-filter_complex',
  `[dec:0]${meter('true')}[heard]`,
  '-map',
  '[heard]',
  '-f',
  'null',
  '-',
]

/** Loudness in LUFS, and the highest peak of the kind that was measured, in dB of full scale. */
export interface Measured {
  readonly integrated: number
  readonly peak: number
}

/** What ebur128 printed at its end; null if there was nothing to measure. */
export function readLoudness(printed: string): Measured | null {
  const summary = printed.slice(printed.lastIndexOf('Summary:'))
  const value = (name: string): number =>
    Number(new RegExp(`${name}:\\s+(-?[\\d.]+)`, 'u').exec(summary)?.[1] ?? Number.NaN)
  const [integrated, peak] = [value('I'), value('Peak')]
  return integrated > GATE && Number.isFinite(peak) ? { integrated, peak } : null
}

/**
 * ffmpeg's filters that reach a loudness: one gain for everything, and a limiter where a peak may be too high. `peak`: of
 * samples.
 */
export function loudnessFilters(
  target: LoudnessTarget,
  { integrated, peak }: Measured,
  sampleRate: number,
): string[] {
  const gain = target - integrated
  const volume = `volume=${gain.toFixed(2)}dB:precision=float`
  if (peak + gain <= MAX_TRUE_PEAK - BETWEEN_SAMPLES) return [volume]
  const limit = 10 ** ((MAX_TRUE_PEAK - LIMITER_MARGIN) / 20)
  return [
    volume,
    `aresample=${OVERSAMPLING * sampleRate}`,
    `alimiter=limit=${limit.toFixed(5)}:level=false:attack=5:release=50:latency=true`,
    `aresample=${sampleRate}`,
  ]
}
