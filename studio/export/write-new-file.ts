import path from 'node:path'
import { Fault } from '#contracts/errors'
import { readIfThere, removeLeft, renameFile, writeBytes } from '../drives/files.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { makeFolder } from '../files/make-folder.ts'
import { partName } from '../sound/part-name.ts'

/**
 * Writes a complete file or none. Returns `unchanged` if the same content is already there. Throws
 * `output.exists` for another file unless `overwrite`, and the faults of the disk.
 */
export async function writeNewFile(
  file: string,
  content: string | Uint8Array,
  overwrite: boolean,
): Promise<'written' | 'unchanged'> {
  const folder = path.dirname(file)
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const found = await readIfThere(file).catch((error: unknown) => {
    throw diskFault(error, file)
  })
  if (found !== null && found.equals(bytes)) return 'unchanged'
  if (found !== null && !overwrite) throw new Fault('output.exists', { file })
  const part = path.join(folder, `.${partName(file)}.${process.pid}.part`)
  try {
    await makeFolder(folder)
    await writeBytes(part, bytes)
    await renameFile(part, file)
  } catch (error) {
    await removeLeft(part)
    throw diskFault(error, folder)
  }
  return 'written'
}
