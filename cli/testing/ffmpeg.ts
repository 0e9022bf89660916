import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Creates a media file; `words` are ffmpeg's arguments after the common ones, grouped for readability. */
export async function ffmpeg(...words: readonly (string | readonly string[])[]): Promise<void> {
  await run('ffmpeg', ['-hide_banner', '-v', 'error', '-nostdin', '-y', ...words.flat()])
}

/** A file's first audio track as 16 kHz mono samples, −1 to 1, starting at the container's time zero. */
export async function samplesOf(file: string, track = 0): Promise<Float32Array> {
  const words = [
    '-v',
    'error',
    '-nostdin',
    '-i',
    file,
    '-map',
    `0:a:${track}`,
    '-af',
    'aresample=async=1:first_pts=0',
  ]
  const { stdout } = await run('ffmpeg', [...words, '-ac', '1', '-ar', '16000', '-f', 's16le', 'pipe:1'], {
    encoding: 'buffer',
    maxBuffer: 1 << 28,
  })
  const samples = new Int16Array(Uint8Array.from(stdout).buffer)
  return Float32Array.from(samples, (sample) => sample / 32_768)
}
