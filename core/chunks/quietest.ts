/** Samples of the recording as floats in [-1, 1]; fewer at its end. */
export type ReadSamples = (startSample: number, sampleCount: number) => Float32Array

const FRAME_SAMPLES = 320 // 20 ms
const STEP_SAMPLES = FRAME_SAMPLES / 2
/** The range of the span in which a cut may lie (measured, see docs/engine.md). */
const SEARCHED = { from: 0.35, until: 0.65 }
/** Frames analyzed in one read: 10 s of sound. */
const STEPS_A_READ = 1000

/** The middle of the quietest 20 ms near the middle of a span; the earliest on a tie. */
export function quietestPlace(read: ReadSamples, startSample: number, endSample: number): number {
  const length = endSample - startSample
  const searchStart = startSample + SEARCHED.from * length
  const searchEnd = startSample + SEARCHED.until * length
  const steps = Math.ceil((searchEnd - searchStart) / STEP_SAMPLES)
  let quietest = Math.round((startSample + endSample) / 2)
  let lowest = Infinity
  for (let first = 0; first < steps; first += STEPS_A_READ) {
    const stepsHere = Math.min(STEPS_A_READ, steps - first)
    const blockStart = Math.round(searchStart) + first * STEP_SAMPLES
    const samples = read(blockStart, stepsHere * STEP_SAMPLES + FRAME_SAMPLES - STEP_SAMPLES)
    for (let step = 0; step < stepsHere; step++) {
      const offset = step * STEP_SAMPLES
      const energy = energyOf(samples.subarray(offset, offset + FRAME_SAMPLES))
      if (energy < lowest) {
        lowest = energy
        quietest = blockStart + offset + FRAME_SAMPLES / 2
      }
    }
  }
  return quietest
}

function energyOf(samples: Float32Array): number {
  let energy = 0
  for (const sample of samples) energy += sample * sample
  return energy
}
