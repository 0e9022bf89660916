/**
 * By how many samples `second` is later than `first` (negative: earlier), at most `most`, by the highest
 * normalized correlation. Null if either is nearly silent or nothing correlates.
 */
export function bestLag(first: Int16Array, second: Int16Array, most: number): number | null {
  const length = Math.min(first.length, second.length)
  const inner = length - 2 * most
  if (inner <= 0) return null
  const firstPower = powerOf(first, most, inner)
  if (firstPower < inner * MIN_POWER) return null
  let [best, bestScore] = [0, 0]
  for (const lag of lagsFromZero(most)) {
    let product = 0
    for (let index = 0; index < inner; index += 1)
      product += (first[most + index] ?? 0) * (second[most + lag + index] ?? 0)
    const score = product / Math.sqrt(firstPower * Math.max(1, powerOf(second, most + lag, inner)))
    if (score > bestScore + MIN_GAIN) [best, bestScore] = [lag, score]
  }
  return bestScore < MIN_CORRELATION ? null : best
}

/** An amplitude of 30, about -61 dB. */
const MIN_POWER = 30 * 30
const MIN_CORRELATION = 0.5
/** A tone correlates again after each period: the shortest shift is used unless another is better by this. */
const MIN_GAIN = 0.005

function* lagsFromZero(most: number): Generator<number> {
  yield 0
  for (let lag = 1; lag <= most; lag += 1) {
    yield lag
    yield -lag
  }
}

function powerOf(samples: Int16Array, from: number, length: number): number {
  let sum = 0
  for (let index = from; index < from + length; index += 1) sum += (samples[index] ?? 0) ** 2
  return sum
}
