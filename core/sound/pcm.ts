/** Sample rate, in Hz, of the PCM that every stage uses (mono, s16le). */
export const PCM_RATE = 16_000
export const PCM_BYTES_PER_SAMPLE = 2

/** Duration of this many samples in whole milliseconds. */
export function durationMsOf(sampleCount: number): number {
  return Math.round((sampleCount * 1000) / PCM_RATE)
}

/** Little-endian 16-bit PCM as floats in [-1, 1); an odd last byte is ignored. */
export function samplesFromPcm(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const samples = new Float32Array(Math.floor(bytes.byteLength / PCM_BYTES_PER_SAMPLE))
  for (let index = 0; index < samples.length; index++)
    samples[index] = view.getInt16(index * 2, true) / 32_768
  return samples
}
