import { closeSync, openSync, readSync } from 'node:fs'
import { PCM_BYTES_PER_SAMPLE, samplesFromPcm } from '#core/sound/pcm'

/** A decoded PCM file, read by range so that no recording is ever entirely in memory. */
export class PcmFile {
  readonly #file: number

  constructor(path: string) {
    this.#file = openSync(path, 'r')
  }

  /** Reads up to `sampleCount` samples from `startSample`; fewer at the end of the file. */
  readonly read = (startSample: number, sampleCount: number): Float32Array => {
    const bytes = new Uint8Array(Math.max(0, sampleCount) * PCM_BYTES_PER_SAMPLE)
    const read = readSync(this.#file, bytes, 0, bytes.length, startSample * PCM_BYTES_PER_SAMPLE)
    return samplesFromPcm(bytes.subarray(0, read))
  }

  close(): void {
    closeSync(this.#file)
  }
}
