import path from 'node:path'
import { removeLeft, renameFile, writeBytes } from '#studio/drives/files'
import { diskFault } from '#studio/faults/disk-fault'

/**
 * Writes a file atomically: an existing file is replaced only by the complete new one. Throws the disk's errors
 * (`disk.full`, `disk.read-only`, `disk.failed`), `drive.silent`.
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(file)
  const part = path.join(folder, `.${path.basename(file)}.${process.pid}.part`)
  try {
    await writeBytes(part, bytes)
    await renameFile(part, file)
  } catch (error) {
    await removeLeft(part)
    throw diskFault(error, folder)
  }
}
