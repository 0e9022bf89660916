import { open } from 'node:fs/promises'

const HEADER_BYTES = 44

/** A sound file of that size that takes up no disk space: silence, 16 bit, 44.1 kHz, stereo. */
export async function sparseWav(file: string, bytes: number): Promise<void> {
  const header = Buffer.alloc(HEADER_BYTES)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(bytes - 8, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(2, 22)
  header.writeUInt32LE(44_100, 24)
  header.writeUInt32LE(44_100 * 4, 28)
  header.writeUInt16LE(4, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36, 'latin1')
  header.writeUInt32LE(bytes - HEADER_BYTES, 40)
  const handle = await open(file, 'w')
  try {
    await handle.write(header)
    await handle.truncate(bytes)
  } finally {
    await handle.close()
  }
}
