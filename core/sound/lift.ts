import { LEVEL_FRAME_SAMPLES } from './levels.ts'

/*
 * Quiet speech is missed by every detector, so speech is looked for in a lifted copy of the sound. Speakers
 * and words hear the sound as it is: lifting makes them worse. All numbers measured, see docs/engine.md.
 */
const REACH_FRAMES = 150 // 3 s to either side
const STEP_FRAMES = 10 // a gain is worked out every 200 ms
const LOUDNESS_PERCENTILE = 0.9
const TARGET_DBFS = -23
const HIGHEST_GAIN_DB = 30
/** Below this nothing but noise would be lifted. */
const SILENCE_DBFS = -75
/** Share of the way to the wanted gain that is gone in each frame. */
const SMOOTHING = 0.1

/**
 * Linear gain of each 20 ms frame.
 * @param levels dBFS of each 20 ms frame, from `LevelMeter`
 */
export function liftGains(levels: Float32Array): Float32Array {
  const gains = new Float32Array(levels.length)
  let smoothed = 0
  for (let step = 0; step < levels.length; step += STEP_FRAMES) {
    const wanted = wantedGain(levels.slice(Math.max(0, step - REACH_FRAMES), step + REACH_FRAMES))
    if (step === 0) smoothed = wanted
    for (let frame = step; frame < Math.min(levels.length, step + STEP_FRAMES); frame++) {
      smoothed += SMOOTHING * (wanted - smoothed)
      gains[frame] = 10 ** (smoothed / 20)
    }
  }
  return gains
}

/** Gain in dB for the middle of a stretch of frames; sorts its argument. */
function wantedGain(levels: Float32Array): number {
  levels.sort()
  const loud = levels[Math.floor(LOUDNESS_PERCENTILE * (levels.length - 1))] ?? SILENCE_DBFS
  if (loud < SILENCE_DBFS) return 0
  return Math.fround(Math.max(0, Math.min(HIGHEST_GAIN_DB, TARGET_DBFS - loud)))
}

/**
 * A lifted copy of a stretch of sound, clipped at ±1.
 * @param samples floats in [-1, 1], the first of them at `startSample` of the recording (also in mid-frame)
 * @param gains from `liftGains`, the first of them for frame `gainsStartFrame` of the recording; a sample
 *   outside of them takes the nearest
 */
export function applyLift(
  samples: Float32Array,
  startSample: number,
  gains: Float32Array,
  gainsStartFrame = 0,
): Float32Array {
  const lifted = new Float32Array(samples.length)
  let index = 0
  while (index < samples.length) {
    const frame = Math.floor((startSample + index) / LEVEL_FRAME_SAMPLES)
    const gain = gains[Math.max(0, Math.min(gains.length - 1, frame - gainsStartFrame))] ?? 1
    const frameEnd = Math.min(samples.length, (frame + 1) * LEVEL_FRAME_SAMPLES - startSample)
    for (; index < frameEnd; index++) {
      lifted[index] = Math.max(-1, Math.min(1, (samples[index] as number) * gain))
    }
  }
  return lifted
}
