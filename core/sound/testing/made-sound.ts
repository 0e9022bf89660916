import { seededRandom } from '../../speakers/testing/seeded-random.ts'

/** s16 noise whose volume changes every 100 ms, from near silence to full scale. */
export function madeSound(sampleCount: number, seed = 1): Int16Array {
  const random = seededRandom(seed)
  let loudness = 0
  return Int16Array.from({ length: sampleCount }, (_, index) => {
    if (index % 1600 === 0) loudness = 10 ** (-4 * random())
    return Math.round(loudness * (2 * random() - 1) * 32_767)
  })
}

export const asFloats = (samples: Int16Array): Float32Array =>
  Float32Array.from(samples, (sample) => sample / 32_768)
