/**
 * The same sound with `change` samples more (or fewer, if negative), spread over the whole of it by cubic interpolation
 * (Catmull and Rom, 1974). `change` must leave at least two samples.
 */
export function stretchSamples(samples: Int16Array, change: number): Int16Array {
  if (change === 0) return samples
  const length = samples.length + change
  const stretched = new Int16Array(length)
  const step = (samples.length - 1) / (length - 1)
  const at = (index: number): number => samples[Math.max(0, Math.min(samples.length - 1, index))] ?? 0
  for (let index = 0; index < length; index += 1) {
    const position = index * step
    const whole = Math.min(samples.length - 1, Math.floor(position))
    const part = position - whole
    const [before, here, after, later] = [at(whole - 1), at(whole), at(whole + 1), at(whole + 2)]
    const value =
      here +
      0.5 *
        part *
        (after -
          before +
          part * (2 * before - 5 * here + 4 * after - later + part * (3 * (here - after) + later - before)))
    stretched[index] = Math.max(-32_768, Math.min(32_767, Math.round(value)))
  }
  return stretched
}
