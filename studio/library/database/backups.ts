import Database from 'better-sqlite3'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { connectionSubject } from '../../network/connection-subject.ts'
import { BUSY_TIMEOUT_MS } from './connection.ts'
import { type ForgottenVoices, forgetVoicesIn } from './backup-voices.ts'
import { removeDatabase } from './create-database.ts'
import { damagedCopies, isDamagedCopy, markDamagedCopy } from './damaged-copies.ts'
import { isLarge, rewrite } from './erase.ts'
import { isDamage } from './faults.ts'
import type { Store } from './store.ts'
import { markUnerased } from './unerased-backups.ts'

export interface BackupCalls {
  /** How many backups of this library can be searched: older databases, whole libraries that were replaced. */
  backupCount(): number
  /**
   * Deletes a recording from every backup. A database that is empty or damaged cannot be searched and is deleted; folders
   * stay, and are among `damagedCopies`. Returns how many held it or were deleted.
   */
  deleteInBackups(recordingId: string): number
  /** Names of folders in `backups` that may hold what was deleted, as they are damaged. */
  damagedCopies(): string[]
  /** Forgets voices in every backup that can be read. Damaged ones are kept as they are. */
  forgetVoicesInBackups(which: ForgottenVoices): { readonly changed: number; readonly unreadable: number }
  /** Writes the whole database as it is now to a new file. */
  copyDatabase(file: string): void
}

export function createBackupCalls(store: Pick<Store, 'folder' | 'database'>): BackupCalls {
  const { folder } = store
  return {
    copyDatabase: (file) => void store.database.prepare('VACUUM INTO ?').run(file),
    backupCount: () => backupsIn(folder).length,
    damagedCopies: () => damagedCopies(folder),
    deleteInBackups: (id) => backupsIn(folder).filter((backup) => deleteIn(backup, id)).length,
    forgetVoicesInBackups: (which) =>
      forgetVoicesIn(
        [...backupsIn(folder).map(({ database: file }) => file), ...damagedCopies(folder).map(() => null)],
        which,
      ),
  }
}

interface Backup {
  /** The file or folder in `backups`. */
  readonly place: string
  readonly database: string
}

function backupsIn(folder: string): Backup[] {
  const backups = join(folder, 'backups')
  return readdirSync(backups, { withFileTypes: true }).flatMap((entry): Backup[] => {
    const place = join(backups, entry.name)
    if (entry.isFile()) return entry.name.endsWith('.db') ? [{ place, database: place }] : []
    const database = join(place, 'library.db')
    return existsSync(database) && !isDamagedCopy(place, entry.name) ? [{ place, database }] : []
  })
}

function deleteIn({ place, database }: Backup, id: string): boolean {
  const isFolder = place !== database
  try {
    const path = deleteRow(database, id)
    if (path === null) return false
    if (isFolder) {
      rmSync(join(place, 'cache', id), { recursive: true, force: true })
      removeOwn(place, path)
    }
    return true
  } catch (error) {
    if (!isDamage(error)) throw error
    // A whole library has sounds too: the person decides.
    if (isFolder) markDamagedCopy(place)
    else removeDatabase(database)
    return true
  }
}

/** Where the original was, if the backup has the recording. Its tables may be those of any older version. */
function deleteRow(file: string, id: string): string | null {
  // A program was killed before it wrote more than the name.
  if (statSync(file).size < 512) throw new Database.SqliteError(`${file} is empty`, 'SQLITE_CORRUPT')
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true })
  try {
    database.pragma('secure_delete = ON')
    database.pragma('foreign_keys = ON')
    if (!hasTable(database, 'recordings')) return null
    const row = database
      .prepare<[string], { path: string }>('SELECT path FROM recordings WHERE id = ?')
      .get(id)
    if (row === undefined) return null
    database
      .transaction(() => {
        database
          .prepare(
            `DELETE FROM chunks WHERE pcm_sha256 IN (SELECT pcm_sha256 FROM tracks WHERE recording_id = ?)
             AND pcm_sha256 NOT IN (SELECT pcm_sha256 FROM tracks WHERE recording_id <> ?)`,
          )
          .run(id, id)
        forgetConnections(database, id)
        database.prepare('DELETE FROM recordings WHERE id = ?').run(id)
        database.prepare('DELETE FROM events').run()
      })
      .immediate()
    if (isLarge(database)) markUnerased(file)
    else rewrite(database)
    database.pragma('wal_checkpoint(TRUNCATE)')
    return row.path
  } finally {
    database.close()
  }
}

const hasTable = (database: Database.Database, name: string): boolean =>
  database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined

/** Older versions have no list of connections. */
function forgetConnections(database: Database.Database, id: string): void {
  if (!hasTable(database, 'connections')) return
  database
    .prepare('UPDATE connections SET url = NULL, title = NULL, subject = NULL WHERE subject = ?')
    .run(connectionSubject('recording', id))
}

/** The copy that a replaced library kept; its paths are those of the library when it was in use. */
function removeOwn(library: string, path: string): void {
  const [own, media] = [dirname(path), dirname(dirname(path))]
  if (!/[\\/]media$/u.test(media)) return
  rmSync(join(library, 'media', own.slice(media.length + 1)), { recursive: true, force: true })
}
