import { statfsSync } from 'node:fs'
import { Fault } from '#contracts/errors'
import { codeOf } from '../../faults/error-code.ts'

/** Below this, a write that failed for no named reason failed for want of space. */
const NEARLY_FULL_BYTES = 1_000_000

/**
 * Gives an error of SQLite or of the file system the code of the fault that a person can act on.
 * Errors that are neither come back as `internal`, with their stack as detail.
 */
export function faultOf(error: unknown, folder: string): Fault {
  if (error instanceof Fault) return error
  const code = codeOf(error)
  const detail = error instanceof Error ? `${code ?? error.name}: ${error.message}` : String(error)
  const fault = (known: ConstructorParameters<typeof Fault>[0]) => new Fault(known, { folder }, detail, error)
  if (code === undefined) {
    return new Fault('internal', {}, error instanceof Error ? (error.stack ?? detail) : detail, error)
  }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return fault('disk.full')
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return fault('library.busy')
  if (isDamage(error)) return fault('library.damaged')
  if (code.startsWith('SQLITE_READONLY') || ['EACCES', 'EPERM', 'EROFS', 'SQLITE_PERM'].includes(code)) {
    return fault('disk.read-only')
  }
  // On a full disk SQLite cannot always tell (growing its shared memory, a rollback): the free space can.
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) {
    if (freeBytes(folder) < NEARLY_FULL_BYTES) return fault('disk.full')
    return fault(code.startsWith('SQLITE_IOERR') ? 'disk.failed' : 'library.unusable')
  }
  if (code === 'EIO') return fault('disk.failed')
  if (['ENOTDIR', 'EEXIST', 'EISDIR', 'ENOENT', 'ENAMETOOLONG', 'ELOOP'].includes(code)) {
    return fault('library.unusable')
  }
  return new Fault('internal', {}, error instanceof Error ? (error.stack ?? detail) : detail, error)
}

/** Whether SQLite says that the file is damaged, or no database at all. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error)
  return code !== undefined && (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
}

function freeBytes(folder: string): number {
  try {
    const space = statfsSync(folder)
    return space.bavail * space.bsize
  } catch (error) {
    // A folder that cannot be asked is not full: the first error tells more than this one.
    if (codeOf(error) === undefined) throw error
    return Number.POSITIVE_INFINITY
  }
}
