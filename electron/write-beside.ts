import path from 'node:path'
import { numberedName } from '#core/formats/file-names'
import { removeLeft, writeBytes } from '#studio/drives/files'
import { diskFault } from '#studio/faults/disk-fault'
import { writeWhole } from './write-whole.ts'

/**
 * Writes a complete file into a folder, never overwriting another: if the name is taken, uses the next free
 * number. Returns its path. Throws the disk's errors like `writeWhole`.
 */
export async function writeBeside(folder: string, fileName: string, bytes: Uint8Array): Promise<string> {
  const file = await reserve(folder, fileName)
  try {
    await writeWhole(file, bytes)
    return file
  } catch (error) {
    await removeLeft(file)
    throw error
  }
}

/** Creates an empty file atomically, so that no other program can take the name in between. */
async function reserve(folder: string, fileName: string): Promise<string> {
  for (let number = 1; ; number++) {
    const file = path.join(folder, numberedName(fileName, number))
    try {
      await writeBytes(file, new Uint8Array(), { isNew: true })
      return file
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw diskFault(error, folder)
    }
  }
}
