import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ReadFile } from '#core/formats/reading/read-bytes'
import { diskFault } from '../faults/disk-fault.ts'
import { readCaptionFile } from '../imports/reading/read-caption-file.ts'

/** Where a text is kept. */
export const givenTextFile = (libraryFolder: string, sha256: string): string =>
  path.join(libraryFolder, 'texts', sha256)

/** Stores a text to align, named by its hash, until its job runs; returns the hash. */
export async function keepGivenText(libraryFolder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = givenTextFile(libraryFolder, sha256)
  // In the folder whose leftovers of killed programs are deleted later: no deletion of a recording covers
  // this file.
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

/** Reads a stored text by its hash. Throws the faults of `readCaptionFile`. */
export function readGivenText(libraryFolder: string, sha256: string, fileName: string): Promise<ReadFile> {
  return readCaptionFile(givenTextFile(libraryFolder, sha256), fileName)
}
