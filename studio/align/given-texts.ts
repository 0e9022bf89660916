import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ReadFile } from '#core/formats/read-bytes'
import { diskFault } from '../faults/disk-fault.ts'
import { readCaptionFile } from '../imports/reading/read-caption-file.ts'

/** Where a text is kept. */
export const givenTextFile = (libraryFolder: string, sha256: string): string =>
  path.join(libraryFolder, 'texts', sha256)

/** Keeps a text that is to be aligned until its job runs, by its hash; returns that. */
export async function keepGivenText(libraryFolder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = givenTextFile(libraryFolder, sha256)
  // Where what a killed program leaves is deleted later: no deletion knows it.
  const part = path.join(libraryFolder, 'media', 'incoming', `text-${randomUUID()}`)
  try {
    for (const each of [file, part]) await mkdir(path.dirname(each), { recursive: true })
    await writeFile(part, bytes)
    await rename(part, file)
  } catch (error) {
    throw diskFault(error, path.dirname(file))
  }
  return sha256
}

/** Reads a kept text by the name of its file. Throws the faults of `readCaptionFile`. */
export function readGivenText(libraryFolder: string, sha256: string, fileName: string): Promise<ReadFile> {
  return readCaptionFile(givenTextFile(libraryFolder, sha256), fileName)
}
