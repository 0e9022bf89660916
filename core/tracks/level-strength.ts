import { LEVEL_FRAME_SAMPLES } from '../sound/levels.ts'
import { PCM_RATE } from '../sound/pcm.ts'
import type { TimeSpan } from '../transcript/time-span.ts'

/** The quietest frames up to this share count as the noise of the track. */
const NOISE_SHARE = 0.1
/** dBFS. For comparison, a track is never quieter than this: digital silence has no level. */
const QUIETEST_DB = -70
const FRAME_MS = (LEVEL_FRAME_SAMPLES * 1000) / PCM_RATE

/**
 * The strength of spans of a track (`TrackWords`): how far their mean level is above the noise of the track, in dB. A
 * voice is further above the noise of its own microphone than above that of another.
 * @param levels dBFS, one for each 20 ms
 */
export function levelStrength(levels: Float32Array): (span: TimeSpan) => number {
  const sorted = Float32Array.from(levels).sort()
  const noise = Math.max(QUIETEST_DB, sorted[Math.floor(sorted.length * NOISE_SHARE)] ?? QUIETEST_DB)
  return ({ startMs, endMs }) => {
    const frames = levels.subarray(Math.floor(startMs / FRAME_MS), Math.ceil(endMs / FRAME_MS))
    const power = frames.reduce((sum, level) => sum + 10 ** (level / 10), 0) / Math.max(1, frames.length)
    return Math.max(QUIETEST_DB, 10 * Math.log10(power + 1e-12)) - noise
  }
}
