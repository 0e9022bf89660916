import { MAX_BLOCK_FRAMES, type SoundBlock } from './block.ts'

/** The letters PB and the version 1. */
const MAGIC = 0x50_42_01_00
const HEADER_BYTES = 36

/**
 * A block in transfer, little-endian: u32 magic, u16 source, u16 run, u32 sequence, u32 number of samples,
 * u32 reserved (0), f64 first frame, f64 time in ms, then the samples (i16).
 */
export function blockToBytes(block: SoundBlock): Uint8Array<ArrayBuffer> {
  const { samples } = block
  const bytes = new Uint8Array(HEADER_BYTES + samples.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint16(4, block.source, true)
  view.setUint16(6, block.run, true)
  view.setUint32(8, block.sequence, true)
  view.setUint32(12, samples.length, true)
  view.setFloat64(20, block.firstFrame, true)
  view.setFloat64(28, block.atMs, true)
  for (const [index, sample] of samples.entries()) view.setInt16(HEADER_BYTES + index * 2, sample, true)
  return bytes
}

/** Null for bytes that are not a block of this version. The samples are a copy. */
export function blockFromBytes(bytes: Uint8Array): SoundBlock | null {
  if (bytes.byteLength < HEADER_BYTES) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(12, true)
  if (view.getUint32(0, true) !== MAGIC || count === 0 || count > MAX_BLOCK_FRAMES) return null
  if (bytes.byteLength !== HEADER_BYTES + count * 2) return null
  const firstFrame = view.getFloat64(20, true)
  const atMs = view.getFloat64(28, true)
  if (!Number.isSafeInteger(firstFrame) || firstFrame < 0 || !Number.isFinite(atMs) || atMs < 0) return null
  const samples = new Int16Array(count)
  for (let index = 0; index < count; index += 1)
    samples[index] = view.getInt16(HEADER_BYTES + index * 2, true)
  return {
    source: view.getUint16(4, true),
    run: view.getUint16(6, true),
    sequence: view.getUint32(8, true),
    firstFrame,
    atMs,
    samples,
  }
}
