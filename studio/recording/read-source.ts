import { open } from 'node:fs/promises'
import path from 'node:path'
import { partName } from './recording-folder.ts'
import { BYTES_PER_FRAME, WAV_HEADER_BYTES } from './wav-header.ts'

/** Frames of a source whose files are still written; all before `until` must be there. */
export async function readSource(
  folder: string,
  source: number,
  partFrames: number,
  { fromFrame, until }: { readonly fromFrame: number; readonly until: number },
): Promise<Int16Array> {
  const read = new Int16Array(Math.max(0, until - fromFrame))
  for (let done = 0; done < read.length;) {
    const frame = fromFrame + done
    const part = Math.floor(frame / partFrames)
    const within = frame - part * partFrames
    const count = Math.min(read.length - done, partFrames - within)
    read.set(await readFrames(path.join(folder, partName(source, part + 1)), within, count), done)
    done += count
  }
  return read
}

async function readFrames(file: string, from: number, frames: number): Promise<Int16Array> {
  const handle = await open(file, 'r')
  try {
    const bytes = new Uint8Array(frames * BYTES_PER_FRAME)
    const at = WAV_HEADER_BYTES + from * BYTES_PER_FRAME
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, at)
    if (bytesRead < bytes.length) throw new Error(`${file} is shorter than it was written`)
    return new Int16Array(bytes.buffer)
  } finally {
    await handle.close()
  }
}
