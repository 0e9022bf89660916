import { type FileHandle, open } from 'node:fs/promises'
import { BYTES_PER_FRAME, WAV_HEADER_BYTES, wavHeader } from './wav-header.ts'

/**
 * Sets the sizes in a file whose writer is gone. Returns its length in frames; adds a header if it has none.
 */
export async function closeWav(path: string, flags: 'r+' | 'w+' = 'r+'): Promise<number> {
  const file = await open(path, flags)
  try {
    return await finishWav(file)
  } finally {
    await file.close()
  }
}

/** Adds silence to a closed file. */
export async function lengthenWav(path: string, frames: number): Promise<void> {
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    await file.truncate(size + frames * BYTES_PER_FRAME)
    await finishWav(file)
  } finally {
    await file.close()
  }
}

async function finishWav(file: FileHandle): Promise<number> {
  const { size } = await file.stat()
  const sound = Math.max(0, size - WAV_HEADER_BYTES)
  const frames = Math.floor(sound / BYTES_PER_FRAME)
  const bytes = frames * BYTES_PER_FRAME
  if (size !== WAV_HEADER_BYTES + bytes) await file.truncate(WAV_HEADER_BYTES + bytes)
  await file.write(wavHeader(bytes), 0, WAV_HEADER_BYTES, 0)
  await file.datasync()
  return frames
}
