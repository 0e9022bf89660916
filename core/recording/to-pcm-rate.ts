import { PCM_RATE } from '../sound/pcm.ts'
import { RECORDING_RATE } from './block.ts'

const STEP = RECORDING_RATE / PCM_RATE
/** Odd, so that the filter's delay is a whole number of samples. */
const TAPS = 63
/** Below half of `PCM_RATE` by the width of the filter's slope. */
const CUTOFF_HZ = 7_200
const kernel = lowPass()

/**
 * Converts a source's 48 kHz to 16 kHz, piece by piece, independent of how it is divided. Its delay is 0.65
 * ms.
 */
export class ToPcmRate {
  /** Input still needed for the next outputs. */
  #kept = new Float32Array(TAPS - 1)
  /** Index, in `#kept` followed by the next piece, of the last input of the next output. */
  #next = TAPS - 1

  push(samples: Int16Array): Int16Array {
    const input = new Float32Array(this.#kept.length + samples.length)
    input.set(this.#kept)
    input.set(samples, this.#kept.length)
    const count = Math.max(0, Math.ceil((input.length - this.#next) / STEP))
    const output = new Int16Array(count)
    for (let index = 0; index < count; index++) {
      const first = this.#next + index * STEP - (TAPS - 1)
      let sum = 0
      for (let tap = 0; tap < TAPS; tap++) sum += (kernel[tap] as number) * (input[first + tap] as number)
      output[index] = Math.max(-32_768, Math.min(32_767, Math.round(sum)))
    }
    const from = Math.max(0, Math.min(input.length, this.#next + count * STEP - (TAPS - 1)))
    this.#next += count * STEP - from
    this.#kept = input.slice(from)
    return output
  }
}

/** A windowed sinc (Blackman) whose taps add up to 1. */
function lowPass(): Float32Array {
  const middle = (TAPS - 1) / 2
  const taps = Float32Array.from({ length: TAPS }, (_, index) => {
    const at = index - middle
    const angle = (2 * Math.PI * CUTOFF_HZ * at) / RECORDING_RATE
    const sinc = at === 0 ? (2 * CUTOFF_HZ) / RECORDING_RATE : Math.sin(angle) / (Math.PI * at)
    const turn = (2 * Math.PI * index) / (TAPS - 1)
    return sinc * (0.42 - 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn))
  })
  const sum = taps.reduce((total, tap) => total + tap, 0)
  return taps.map((tap) => tap / sum)
}
