import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { resultFolder, resultName } from '#core/archive/places'
import type { DocumentWithExtras } from '#core/formats/format'
import { readJson } from '#core/formats/json/json-reader'
import { UnreadableText } from '#core/formats/reading/unreadable-text'
import { diskFault } from '../faults/disk-fault.ts'
import type { Tried } from './attempt-files.ts'
import { nothingThere } from './whole-files.ts'

export const resultFile = (dir: string, { sha256, key }: Tried): string =>
  path.join(dir, resultFolder(key, sha256), resultName(sha256))

/** State of a result: `broken` if the file is truncated or belongs to another recording. */
export type ResultState = 'missing' | 'broken' | 'whole'

/** Throws the faults of the disk. */
export async function resultState(dir: string, tried: Tried): Promise<ResultState> {
  const file = resultFile(dir, tried)
  const text = await readFile(file, 'utf8')
    .catch(nothingThere)
    .catch((error: unknown) => {
      throw diskFault(error, file)
    })
  if (text === null) return 'missing'
  return readWhole(text, tried.sha256) === null ? 'broken' : 'whole'
}

/** The document of a result's text; null if it is truncated or belongs to another recording. */
export function readWhole(text: string, sha256: string): DocumentWithExtras | null {
  try {
    const { document } = readJson(text)
    return document.recording.sha256 === sha256 ? document : null
  } catch (error) {
    if (error instanceof UnreadableText) return null
    throw error
  }
}
