import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { findFfmpeg } from '../ffmpeg.ts'

/** Writes a second of a tone with these tags. */
export async function writeTaggedSound(file: string, tags: Readonly<Record<string, string>>): Promise<void> {
  const { ffmpeg } = await findFfmpeg()
  const metadata = Object.entries(tags).flatMap(([name, value]) => ['-metadata', `${name}=${value}`])
  const tone = ['-v', 'error', '-f', 'lavfi', '-i', 'sine=duration=1:sample_rate=16000']
  await promisify(execFile)(ffmpeg, [...tone, ...metadata, file])
}
