import path from 'node:path'
import { readIfThere } from '#studio/drives/files'
import { diskFault } from '#studio/faults/disk-fault'
import { writeWhole } from './write-whole.ts'

interface FileToWrite {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/**
 * Writes complete files into a folder under exactly these names. Returns the names that exist with other
 * contents, in which case nothing is written, unless `replace`. Throws the disk's errors like `writeWhole`.
 */
export async function writeInto(
  folder: string,
  files: readonly FileToWrite[],
  replace: boolean,
): Promise<string[]> {
  const changed: FileToWrite[] = []
  const taken: string[] = []
  for (const { fileName, bytes } of files) {
    const name = path.basename(fileName)
    const there = await bytesAt(path.join(folder, name))
    if (there !== null && there.equals(bytes)) continue
    if (there !== null && !replace) taken.push(name)
    changed.push({ fileName: name, bytes })
  }
  if (taken.length > 0) return taken
  for (const { fileName, bytes } of changed) await writeWhole(path.join(folder, fileName), bytes)
  return []
}

/** Null if the file does not exist. */
async function bytesAt(file: string): Promise<Buffer | null> {
  try {
    return await readIfThere(file)
  } catch (error) {
    throw diskFault(error, path.dirname(file))
  }
}
