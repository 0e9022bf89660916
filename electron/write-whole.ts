import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { diskFault } from '#studio/faults/disk-fault'

/**
 * Writes a file atomically: an existing file is replaced only by the complete new one. Throws the disk's errors
 * (`disk.full`, `disk.read-only`, `disk.failed`).
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(file)
  const part = path.join(folder, `.${path.basename(file)}.${process.pid}.part`)
  try {
    await writeFile(part, bytes)
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw diskFault(error, folder)
  }
}
