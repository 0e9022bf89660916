/** Samples of one peak: 10 ms at 16 kHz. */
export const PEAK_SAMPLES = 160

const STEPS_OF_16_BITS = 256
const HIGHEST = 127

/**
 * Outline of the sound for drawing: for each 10 ms its lowest and its highest sample, as int8 (a 256th of the s16
 * value, rounded). Samples are passed in blocks of any length.
 */
export class PeakMeter {
  #pairs: number[] = []
  #lowest = 0
  #highest = 0
  #samplesInPeak = 0

  push(samples: Int16Array): void {
    for (const sample of samples) {
      if (this.#samplesInPeak === 0 || sample < this.#lowest) this.#lowest = sample
      if (this.#samplesInPeak === 0 || sample > this.#highest) this.#highest = sample
      this.#samplesInPeak++
      if (this.#samplesInPeak === PEAK_SAMPLES) this.#endPeak()
    }
  }

  /** Returns and removes the pairs completed so far: min, max, min, max … */
  drain(): Int8Array {
    const pairs = Int8Array.from(this.#pairs)
    this.#pairs = []
    return pairs
  }

  /** Returns the remaining pairs, including a last one of fewer than 160 samples. */
  finish(): Int8Array {
    if (this.#samplesInPeak > 0) this.#endPeak()
    return this.drain()
  }

  #endPeak(): void {
    this.#pairs.push(toInt8(this.#lowest), toInt8(this.#highest))
    this.#samplesInPeak = 0
  }
}

/** Limited because 32767 would round to 128. */
const toInt8 = (sample: number): number => Math.min(HIGHEST, Math.round(sample / STEPS_OF_16_BITS))
