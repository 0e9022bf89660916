/**
 * Runs in the audio thread: collects each input into blocks of 80 ms of 16-bit samples and posts them. It has
 * no runtime imports, so that it stays one small file.
 */
import type { CapturedSound, CaptureOrder } from './capture-messages.ts'

declare const currentFrame: number
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void

const BLOCK_FRAMES = 3_840
/** Amplitude from which a sample counts as clipped: full scale of 16 bits, less half a step. */
const FULL_SCALE = 32_766.5 / 32_768

interface Filling {
  firstFrame: number
  filled: number
  samples: Int16Array
  peak: number
  clipped: number
}

class CaptureProcessor extends AudioWorkletProcessor {
  readonly #fillings = new Map<number, Filling>()
  #inputs: readonly number[] = []

  constructor() {
    super()
    this.port.onmessage = ({ data }: MessageEvent<CaptureOrder>) => {
      this.#inputs = data.inputs
      for (const input of this.#fillings.keys())
        if (!data.inputs.includes(input)) this.#fillings.delete(input)
    }
  }

  process(
    inputs: readonly (readonly Float32Array[])[],
    outputs: readonly (readonly Float32Array[])[],
  ): boolean {
    // An input without a live source has no channels: it is silent for the length of the output.
    const frames = outputs[0]?.[0]?.length ?? 128
    for (const input of this.#inputs) this.#take(input, inputs[input]?.[0], frames)
    return true
  }

  #take(input: number, channel: Float32Array | undefined, frames: number): void {
    const filling = this.#fillings.get(input) ?? empty(currentFrame)
    this.#fillings.set(input, filling)
    for (let index = 0; index < frames; index += 1) {
      const sample = channel?.[index] ?? 0
      const amplitude = Math.abs(sample)
      if (amplitude > filling.peak) filling.peak = amplitude
      if (amplitude >= FULL_SCALE) filling.clipped += 1
      filling.samples[filling.filled] = Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768)))
      filling.filled += 1
      if (filling.filled === BLOCK_FRAMES) {
        this.#post(input, filling)
        Object.assign(filling, empty(currentFrame + index + 1))
      }
    }
  }

  #post(input: number, { firstFrame, samples, peak, clipped }: Filling): void {
    const sound: CapturedSound = { input, firstFrame, endWallMs: Date.now(), samples, peak, clipped }
    this.port.postMessage(sound, [samples.buffer])
  }
}

function empty(firstFrame: number): Filling {
  return { firstFrame, filled: 0, samples: new Int16Array(BLOCK_FRAMES), peak: 0, clipped: 0 }
}

// The name is in capture-messages.ts, whose import would make this two files.
registerProcessor('parolo-capture', CaptureProcessor)
