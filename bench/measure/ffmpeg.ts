import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { findFfmpeg } from '#studio/sound/ffmpeg'

/** Runs this machine's ffmpeg; returns the seconds it took. */
export async function runFfmpeg(args: readonly string[]): Promise<number> {
  const { ffmpeg } = await findFfmpeg()
  const startedAt = performance.now()
  await promisify(execFile)(ffmpeg, ['-nostdin', '-hide_banner', '-v', 'error', '-y', ...args])
  return (performance.now() - startedAt) / 1000
}

/** Decodes a file to 16 kHz mono samples only, which any program that uses sherpa has to do. */
export function decodeToPcm(file: string, pcm: string): Promise<number> {
  return runFfmpeg(['-i', file, '-vn', '-ac', '1', '-ar', '16000', '-f', 's16le', pcm])
}
