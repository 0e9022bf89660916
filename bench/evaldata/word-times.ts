import { existsSync } from 'node:fs'
import path from 'node:path'
import type { TimedWord } from '../scoring/word-starts.ts'
import { field, readTable } from './recordings.ts'

/** Word starts by forced alignment, if available, in order of time. By recording name. */
export function readWordTimes(evaldata: string): ReadonlyMap<string, readonly TimedWord[]> {
  const file = path.join(evaldata, 'words', 'WORDS.tsv')
  if (!existsSync(file)) return new Map()
  const words = readTable(file).map((row) => ({
    audio: field(row, 'audio'),
    text: field(row, 'word'),
    start: Number(field(row, 'start')),
  }))
  return new Map(
    [...Map.groupBy(words, (word) => word.audio)].map(([audio, its]) => [
      audio,
      its.toSorted((a, b) => a.start - b.start),
    ]),
  )
}
