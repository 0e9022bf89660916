import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '#contracts/errors'
import { versionInFile } from './database-version.ts'
import { LIBRARY_FILE } from './library-file.ts'
import { LIBRARY_VERSION } from './migrations/migrations.ts'
import { refuseNetworkDrive } from './network-drive.ts'

/** The first version with all that is searched: the days of meetings. */
export const OLDEST_READ = 11

/**
 * The version of the tables of the library in `folder`, without opening it. Faults: `library.missing`, `library.network-drive`,
 * `library.damaged`, `library.newer-version`, `library.too-old`.
 */
export function readableVersion(folder: string): number {
  const file = join(folder, LIBRARY_FILE)
  if (!existsSync(file)) throw new Fault('library.missing', { folder })
  refuseNetworkDrive(folder)
  const version = versionInFile(file)
  if (version === null) throw new Fault('library.damaged', { folder }, 'no database')
  if (version > LIBRARY_VERSION)
    throw new Fault('library.newer-version', { folder, version, known: LIBRARY_VERSION })
  if (version < OLDEST_READ) throw new Fault('library.too-old', { folder, version })
  return version
}
