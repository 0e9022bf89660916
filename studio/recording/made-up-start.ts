import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { StartEntry } from '#core/recording/journal-entry'
import { partNumber } from './recording-folder.ts'
import { WAV_HEADER_BYTES } from './wav-header.ts'

/**
 * Facts of a recording whose journal lost its first line, from the names of its folder and files; null if no
 * file contains any sound.
 */
export async function madeUpStart(folder: string, names: readonly string[]): Promise<StartEntry | null> {
  let count = 0
  for (const name of names) {
    const part = partNumber(name)
    if (part === null || (await stat(path.join(folder, name))).size <= WAV_HEADER_BYTES) continue
    count = Math.max(count, part.source + 1)
  }
  if (count === 0) return null
  const id = path.basename(folder)
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})/u.exec(id) ?? []
  const atMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return {
    kind: 'start',
    version: 1,
    id,
    title: `${year}-${month}-${day} ${hour}:${minute} UTC`,
    language: 'auto',
    people: null,
    type: 'meeting',
    sources: Array.from({ length: count }, (_, source) => ({
      name: String(source + 1),
      role: 'microphone',
      device: '',
    })),
    atMs,
  }
}
