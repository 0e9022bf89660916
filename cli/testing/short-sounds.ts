import { writeFile } from 'node:fs/promises'
import path from 'node:path'

const RATE = 16_000

/** Writes `count` WAV files of two seconds, each with a different sound: `sound-00.wav`, … */
export async function writeShortSounds(folder: string, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const name = `sound-${String(index).padStart(2, '0')}.wav`
    await writeFile(path.join(folder, name), tone(2 * RATE, 200 + 10 * index))
  }
}

/** 16 kHz, 16 bits, mono; without samples, a file that has only its header. */
export function tone(samples: number, hertz: number): Buffer {
  const data = Buffer.alloc(44 + 2 * samples)
  data.write('RIFF', 0)
  data.writeUInt32LE(36 + 2 * samples, 4)
  data.write('WAVEfmt ', 8)
  for (const [value, at] of [
    [16, 16],
    [RATE, 24],
    [2 * RATE, 28],
    [2 * samples, 40],
  ] as const)
    data.writeUInt32LE(value, at)
  for (const [value, at] of [
    [1, 20],
    [1, 22],
    [2, 32],
    [16, 34],
  ] as const)
    data.writeUInt16LE(value, at)
  data.write('data', 36)
  for (let sample = 0; sample < samples; sample++)
    data.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * hertz * sample) / RATE)), 44 + 2 * sample)
  return data
}
