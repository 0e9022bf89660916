/** Samples of one level frame: 20 ms at 16 kHz. */
export const LEVEL_FRAME_SAMPLES = 320

const FULL_SCALE = 32_768
/** Keeps the logarithm finite: digital silence becomes -120 dBFS. */
const POWER_FLOOR = 1e-12

/** Level of each 20 ms frame in dBFS, from s16 samples passed in blocks of any length. */
export class LevelMeter {
  #levels: number[] = []
  #sumOfSquares = 0
  #samplesInFrame = 0

  push(samples: Int16Array): void {
    for (const sample of samples) {
      const value = sample / FULL_SCALE
      this.#sumOfSquares += value * value
      this.#samplesInFrame++
      if (this.#samplesInFrame === LEVEL_FRAME_SAMPLES) this.#endFrame()
    }
  }

  /** Returns and removes the frames completed so far, to keep the buffer small. */
  drain(): Float32Array {
    const levels = Float32Array.from(this.#levels)
    this.#levels = []
    return levels
  }

  /** Returns the remaining frames, including a last one of fewer than 320 samples. */
  finish(): Float32Array {
    if (this.#samplesInFrame > 0) this.#endFrame()
    return this.drain()
  }

  #endFrame(): void {
    this.#levels.push(10 * Math.log10(this.#sumOfSquares / this.#samplesInFrame + POWER_FLOOR))
    this.#sumOfSquares = 0
    this.#samplesInFrame = 0
  }
}
