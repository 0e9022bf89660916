import type { TimeSpan } from '#core/transcript/time-span'
import { run } from './films.ts'

const rate = 8_000
const windowMs = 50

/** Loudness of each window of a file's sound. */
async function loudness(file: string): Promise<number[]> {
  const words = [
    '-v',
    'error',
    '-i',
    file,
    '-map',
    '0:a:0',
    '-ac',
    '1',
    '-ar',
    String(rate),
    '-f',
    's16le',
    '-',
  ]
  const { stdout } = await run('ffmpeg', words, { encoding: 'buffer' })
  const size = (rate * windowMs) / 1_000
  return Array.from({ length: Math.floor(stdout.length / 2 / size) }, (_, at) => {
    let sum = 0
    for (let index = at * size; index < (at + 1) * size; index++) sum += stdout.readInt16LE(index * 2) ** 2
    return Math.sqrt(sum / size)
  })
}

/** Where the sound of a file with a tone is not that of the part, or not silent exactly where it must be. */
export async function wrongSound(
  file: string,
  kept: TimeSpan,
  silences: readonly TimeSpan[],
): Promise<string[]> {
  const heard = await loudness(file)
  const heardMs = heard.length * windowMs
  const keptMs = kept.endMs - kept.startMs
  const wrong = Math.abs(heardMs - keptMs) > 150 ? [`${heardMs} ms long, not ${keptMs}`] : []
  for (const [at, level] of heard.entries()) {
    const from = kept.startMs + at * windowMs
    const within = (marginMs: number): boolean =>
      silences.some(({ startMs, endMs }) => from >= startMs + marginMs && from + windowMs <= endMs - marginMs)
    const isEdge = at < 2 || at > heard.length - 4
    // Encoders blur what begins or ends.
    if (within(40) && level > 30) wrong.push(`heard at ${from} ms`)
    if (!within(-110) && !isEdge && level < 500) wrong.push(`silent at ${from} ms`)
  }
  return wrong
}
