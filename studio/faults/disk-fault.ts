import { Fault } from '#contracts/errors'

/** Converts system errors (disk full, no write permission) to faults; other errors are returned unchanged. */
export function diskFault(error: unknown, folder: string): Error {
  if (error instanceof Fault) return error
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Fault('disk.full', { folder }, message, error)
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new Fault('disk.read-only', { folder }, message, error)
  }
  if (code === 'ENAMETOOLONG') return new Fault('disk.long-name', { folder }, message, error)
  if (code !== undefined) return new Fault('disk.failed', { folder }, message, error)
  return error instanceof Error ? error : new Error(String(error))
}
