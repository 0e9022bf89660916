import { open } from 'node:fs/promises'
import path from 'node:path'
import { readFile } from 'node:fs/promises'
import { PCM_BYTES_PER_SAMPLE, PCM_RATE } from '#core/sound/pcm'
import { decodeToPcm, runFfmpeg } from './ffmpeg.ts'

const PAUSE_SECONDS = 1

/**
 * Joins several recordings into one FLAC file, with a second of silence after each: `seconds` is its length.
 */
export async function joinRecordings(
  files: readonly string[],
  folder: string,
  name: string,
): Promise<{ readonly file: string; readonly seconds: number }> {
  const joined = path.join(folder, `${name}.pcm`)
  const one = path.join(folder, 'one.pcm')
  const writer = await open(joined, 'w')
  let bytes = 0
  try {
    for (const file of files) {
      await decodeToPcm(file, one)
      for (const part of [
        await readFile(one),
        Buffer.alloc(PAUSE_SECONDS * PCM_RATE * PCM_BYTES_PER_SAMPLE),
      ]) {
        await writer.writeFile(part)
        bytes += part.length
      }
    }
  } finally {
    await writer.close()
  }
  const file = path.join(folder, `${name}.flac`)
  await runFfmpeg(['-f', 's16le', '-ar', String(PCM_RATE), '-ac', '1', '-i', joined, file])
  return { file, seconds: bytes / PCM_BYTES_PER_SAMPLE / PCM_RATE }
}
