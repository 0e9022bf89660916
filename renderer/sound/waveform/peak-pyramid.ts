/** Duration of one stored peak (core/sound/peaks: 160 samples at 16 kHz). */
export const PEAK_MS = 10

/**
 * Peak level of each 10 ms (0–128, the larger of |lowest| and |highest|), and above it levels of half the
 * length each, up to one value for the whole. Twice the memory of the finest level: 2.2 MB for three hours.
 */
export interface PeakPyramid {
  readonly levels: readonly Uint8Array[]
  readonly durationMs: number
  /** Factor that scales the level to 0–1; quiet recordings are amplified, silence is not. */
  readonly gain: number
}

/** Maximum amplification: near silence must look like silence. */
const MAX_GAIN = 12 / 128
/** Share of the peaks that may exceed the drawn height. */
const CLIPPED_SHARE = 0.002

/**
 * @param pairs lowest and highest sample of each 10 ms, as the studio stores them; an incomplete last pair is ignored
 */
export function peakPyramid(pairs: Int8Array): PeakPyramid {
  const finest = new Uint8Array(pairs.length >> 1)
  for (let index = 0; index < finest.length; index++) {
    const lowest = Math.abs(pairs[2 * index] ?? 0)
    const highest = Math.abs(pairs[2 * index + 1] ?? 0)
    finest[index] = lowest > highest ? lowest : highest
  }
  const levels: Uint8Array[] = [finest]
  for (let below: Uint8Array = finest; below.length > 1;) {
    below = halved(below)
    levels.push(below)
  }
  return { levels, durationMs: finest.length * PEAK_MS, gain: gainFor(finest) }
}

function halved(below: Uint8Array): Uint8Array {
  const level = new Uint8Array((below.length + 1) >> 1)
  for (let index = 0; index < level.length; index++) {
    const left = below[2 * index] ?? 0
    const right = below[2 * index + 1] ?? 0
    level[index] = left > right ? left : right
  }
  return level
}

function gainFor(finest: Uint8Array): number {
  const counts = new Uint32Array(129)
  for (const value of finest) counts[value] = (counts[value] ?? 0) + 1
  let left = Math.floor(finest.length * CLIPPED_SHARE)
  let loudest = 128
  while (loudest > 0 && (counts[loudest] ?? 0) <= left) {
    left -= counts[loudest] ?? 0
    loudest--
  }
  return loudest === 0 ? MAX_GAIN : Math.min(MAX_GAIN, 1 / loudest)
}

/**
 * The exact maximum of the peaks from `from` to `to` (exclusive; in units of 10 ms, clamped), with at most two reads
 * per level. 0 if there are none.
 */
export function loudestBetween({ levels }: PeakPyramid, from: number, to: number): number {
  let left = Math.max(0, from)
  let right = Math.min(levels[0]?.length ?? 0, to)
  let loudest = 0
  for (let height = 0; left < right; height++) {
    const level = levels[height]
    if (level === undefined) break
    if (left & 1) {
      const value = level[left++] ?? 0
      if (value > loudest) loudest = value
    }
    if (right & 1) {
      const value = level[--right] ?? 0
      if (value > loudest) loudest = value
    }
    left >>= 1
    right >>= 1
  }
  return loudest
}
