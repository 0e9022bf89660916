import { PEAK_SAMPLES } from '../sound/peaks.ts'
import { PCM_RATE } from '../sound/pcm.ts'

/** How loud a recording is, stretch after stretch from its start, on any scale: higher is louder. */
export interface LoudnessCurve {
  readonly grainMs: number
  readonly levels: ArrayLike<number>
}

/** From the peaks of `peaks.ts`: the height of each 10 ms. */
export function loudnessOfPeaks(peaks: Int8Array): LoudnessCurve {
  const levels = new Uint8Array(peaks.length >> 1)
  for (let place = 0; place < levels.length; place += 1)
    levels[place] = (peaks[2 * place + 1] ?? 0) - (peaks[2 * place] ?? 0)
  return { grainMs: (PEAK_SAMPLES / PCM_RATE) * 1_000, levels }
}
