import type { Stretch } from '#core/recording/align-sources'
import { RECORDING_RATE } from '#core/recording/block'

/** Options of ffmpeg's resampler: long filters, with interpolated phases if the ratio has too many. */
const RESAMPLER = 'filter_size=64:phase_shift=10:linear_interp=1:exact_rational=1:cutoff=0.98'
/** Maximum term of the ratio of two lengths. */
const MAX_TERM = 1_000_000

/**
 * An ffmpeg filter graph that aligns one source: each stretch of `input` at its own rate, or, without
 * stretches, sample for sample; then silence up to `frames`. Its output is named `output`.
 */
export function alignFilter(
  input: string,
  output: string,
  stretches: readonly Stretch[] | null,
  frames: number,
): string {
  const end = `aformat=sample_fmts=s16:channel_layouts=mono,apad=whole_len=${frames}[${output}]`
  if (stretches === null) return `[${input}]${byCount},${end}`
  const kept = stretches.filter(({ length }) => length > 0)
  const names = kept.map((_, index) => `${output}.${index}`)
  const split = `[${input}]${byCount},asplit=${kept.length}${names.map((name) => `[${name}]`).join('')}`
  const chains = kept.map((stretch, index) => `[${names[index]}]${chainOf(stretch)}[${names[index]}.at]`)
  const joined = `${names.map((name) => `[${name}.at]`).join('')}concat=n=${kept.length}:v=0:a=1,${end}`
  return [split, ...chains, joined].join(';')
}

/** Times from the sample count: those of consecutive files are rounded. */
const byCount = 'asetpts=N/SR/TB'

function chainOf({ from, to, length }: Stretch): string {
  const cut = `atrim=start_sample=${from}:end_sample=${to},${byCount}`
  const exact = `apad=whole_len=${length},atrim=end_sample=${length},${byCount}`
  if (to - from === length) return cut
  if (to === from) return `atrim=end_sample=0,${exact}`
  const [inRate, outRate] = ratesOf(to - from, length)
  const resampled = `asetrate=${inRate},aresample=${outRate}:${RESAMPLER},asetrate=${RECORDING_RATE},${byCount}`
  return `${cut},${resampled},${exact}`
}

/**
 * Two rates whose ratio approximates that of the lengths as closely as whole numbers can (by continued
 * fractions).
 */
export function ratesOf(frames: number, length: number): readonly [number, number] {
  let value = frames / length
  let [beforeIn, beforeOut, lastIn, lastOut] = [0, 1, 1, 0]
  for (;;) {
    const whole = Math.floor(value)
    const [nextIn, nextOut] = [whole * lastIn + beforeIn, whole * lastOut + beforeOut]
    if (Math.max(nextIn, nextOut) > MAX_TERM) break
    ;[beforeIn, beforeOut, lastIn, lastOut] = [lastIn, lastOut, nextIn, nextOut]
    if (lastIn * length === lastOut * frames) break
    value = 1 / (value - whole)
  }
  const scale = Math.ceil(RECORDING_RATE / Math.min(lastIn, lastOut))
  return [lastIn * scale, lastOut * scale]
}
