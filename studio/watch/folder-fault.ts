import { Fault } from '#contracts/errors'
import { codeOf } from '../faults/error-code.ts'

/**
 * The fault for a folder that cannot be listed: `watch.gone` or `watch.unreadable`; faults are returned
 * unchanged.
 */
export function folderFault(error: unknown, folder: string): Fault {
  if (error instanceof Fault) return error
  const code = codeOf(error)
  if (code === undefined) throw error
  const isGone = code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENODEV' || code === 'ENXIO'
  const detail = error instanceof Error ? error.message : String(error)
  return new Fault(isGone ? 'watch.gone' : 'watch.unreadable', { folder }, detail, error)
}
