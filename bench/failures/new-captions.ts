import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PCM_RATE, wavHeader } from './short-wav.ts'

/**
 * Captions of three lines that contain the token and are named after it; optionally with a second of silence
 * next to them.
 */
export async function writeNewCaptions(folder: string, token: string, withSound: boolean): Promise<string> {
  const lines = [1, 2, 3].map(
    (number) => `${number}\n00:00:00,${number}00 --> 00:00:00,${number}90\n${token} said line ${number}.\n`,
  )
  const file = path.join(folder, `${token}.srt`)
  if (withSound) {
    // The token makes every sound different.
    const samples = Buffer.concat([Buffer.from(token), Buffer.alloc(PCM_RATE * 2 - token.length)])
    await writeFile(path.join(folder, `${token}.wav`), Buffer.concat([wavHeader(samples.length), samples]))
  }
  await writeFile(file, lines.join('\n'))
  return file
}
