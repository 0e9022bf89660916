import { LEVEL_FRAME_SAMPLES } from './levels.ts'

/*
 * Every detector misses quiet speech, so speech is detected in a lifted copy of the sound. Speaker identification and
 * recognition use the original: lifting makes them worse. All numbers measured, see docs/engine.md.
 */
const REACH_FRAMES = 150 // 3 s to either side
const STEP_FRAMES = 10 // a gain is computed every 200 ms
const LOUDNESS_PERCENTILE = 0.9
const TARGET_DBFS = -23
const HIGHEST_GAIN_DB = 30
/** Below this level lifting would amplify only noise. */
const SILENCE_DBFS = -75
/** Fraction of the difference to the target gain covered in each frame. */
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

/** Gain in dB for the middle of a range of frames; sorts its argument. */
function wantedGain(levels: Float32Array): number {
  levels.sort()
  const loud = levels[Math.floor(LOUDNESS_PERCENTILE * (levels.length - 1))] ?? SILENCE_DBFS
  if (loud < SILENCE_DBFS) return 0
  return Math.fround(Math.max(0, Math.min(HIGHEST_GAIN_DB, TARGET_DBFS - loud)))
}

/**
 * A lifted copy of a range of sound, clipped at ±1.
 * @param samples floats in [-1, 1], starting at `startSample` of the recording (which may be inside a frame)
 * @param gains from `liftGains`, starting at frame `gainsStartFrame` of the recording; a sample outside their
 * range
 *   uses the nearest
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
