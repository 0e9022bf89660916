import { Fault } from '#contracts/errors'
import { LIBRARY_VERSION } from './migrations/migrations.ts'

/** The first version with everything that is searched: the days of meetings. */
export const OLDEST_READ = 11

/**
 * Throws unless a library with tables of this version, null for no database, can be searched. Faults:
 * `library.damaged`, `library.newer-version`, `library.too-old`.
 */
export function refuseUnreadable(version: number | null, folder: string): void {
  if (version === null) throw new Fault('library.damaged', { folder }, 'no database')
  if (version > LIBRARY_VERSION)
    throw new Fault('library.newer-version', { folder, version, known: LIBRARY_VERSION })
  if (version < OLDEST_READ) throw new Fault('library.too-old', { folder, version })
}
