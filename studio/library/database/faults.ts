import { statfsSync } from 'node:fs'
import { Fault } from '#contracts/errors'
import { codeOf } from '../../faults/error-code.ts'

/** Below this, a write that failed without a specific error is attributed to a full disk. */
const NEARLY_FULL_BYTES = 1_000_000

/**
 * Maps an SQLite or file system error to a fault that a person can act on.
 * Other errors become `internal`, with their stack as detail.
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
  // SQLite does not always report a full disk (when growing its shared memory, in a rollback), so free space is
  // checked.
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

/** Whether SQLite reports the file as damaged or not a database. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error)
  return code !== undefined && (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
}

function freeBytes(folder: string): number {
  try {
    const space = statfsSync(folder)
    return space.bavail * space.bsize
  } catch (error) {
    // If free space cannot be read, the disk counts as not full: the original error is more useful than this one.
    if (codeOf(error) === undefined) throw error
    return Number.POSITIVE_INFINITY
  }
}
