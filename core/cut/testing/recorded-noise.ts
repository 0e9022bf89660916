import { LEVEL_FRAME_SAMPLES, LevelMeter } from '../../sound/levels.ts'
import { PCM_RATE } from '../../sound/pcm.ts'
import type { LevelCurve } from '../level-jumps.ts'

/** A stretch of noise of one level. */
export interface NoiseStretch {
  readonly ms: number
  /** dBFS. */
  readonly decibels: number
}

/** The same noise each time, stretch after stretch, as it is measured when a recording is decoded. */
export function recordedNoise(stretches: readonly NoiseStretch[], seed = 7): LevelCurve {
  let state = seed
  /** From -1 to 1, by Park and Miller's generator. */
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647
    return (2 * state) / 2_147_483_647 - 1
  }
  const meter = new LevelMeter()
  for (const { ms, decibels } of stretches) {
    // Evenly distributed noise is 4.77 dB below its peaks.
    const peak = 32_768 * 10 ** ((decibels + 4.77) / 20)
    meter.push(Int16Array.from({ length: Math.round((ms * PCM_RATE) / 1_000) }, () => random() * peak))
  }
  return { grainMs: (LEVEL_FRAME_SAMPLES * 1_000) / PCM_RATE, levels: meter.finish() }
}
