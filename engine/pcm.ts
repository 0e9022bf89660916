import { closeSync, openSync, readSync } from 'node:fs'
import { PCM_BYTES_PER_SAMPLE, samplesFromPcm } from '#core/sound/pcm'

/** Reads `sampleCount` samples of a PCM file; fewer at the end of the file. */
export function readPcm(pcmPath: string, startSample: number, sampleCount: number): Float32Array {
  const file = openSync(pcmPath, 'r')
  try {
    const bytes = new Uint8Array(sampleCount * PCM_BYTES_PER_SAMPLE)
    const read = readSync(file, bytes, 0, bytes.length, startSample * PCM_BYTES_PER_SAMPLE)
    return samplesFromPcm(bytes.subarray(0, read))
  } finally {
    closeSync(file)
  }
}
