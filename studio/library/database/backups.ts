import { allTables } from '../all-tables.ts'
import { copyPlace, isOwnPlace, mediaPlace, textPlaces, writtenPlaces } from '../own-places.ts'
import { BackupDatabase } from './backup-database.ts'
import { type Backup, backupsIn } from './backup-files.ts'
import { type ForgottenVoices, forgetVoicesIn } from './backup-voices.ts'
import { removeDatabase } from './create-database.ts'
import { damagedCopies, markDamagedCopy } from './damaged-copies.ts'
import { erase, eraseAtOnce, requestErasureIn } from './erase.ts'
import { isDamage } from './faults.ts'
import { deleteLeftPlaces, removePlaces } from './left-deletions.ts'
import type { Store } from './store.ts'

export interface BackupCalls {
  /** Number of backups of this library that can be searched: older databases and replaced libraries. */
  backupCount(): number
  /**
   * Deletes a recording from every backup. An empty or damaged database cannot be searched and is deleted;
   * folders are kept, and are among `damagedCopies`. Returns how many contained it or were deleted.
   */
  deleteInBackups(recordingId: string): number
  /** Names of folders in `backups` that may contain deleted data, as they are damaged. */
  damagedCopies(): string[]
  /** Forgets voices in every readable backup. Damaged ones are left unchanged. */
  forgetVoicesInBackups(which: ForgottenVoices): { readonly changed: number; readonly unreadable: number }
  /** Writes a copy of the whole current database to a new file. */
  copyDatabase(file: string): void
}

export function createBackupCalls(store: Pick<Store, 'folder' | 'database'>): BackupCalls {
  const { folder } = store
  return {
    copyDatabase(file) {
      store.database.prepare('VACUUM INTO ?').run(file)
      eraseCopy(file)
    },
    backupCount: () => backupsIn(folder).length,
    damagedCopies: () => damagedCopies(folder),
    deleteInBackups: (id) => deleteInBackups(folder, id),
    forgetVoicesInBackups: (which) =>
      forgetVoicesIn(
        [...backupsIn(folder).map(({ database: file }) => file), ...damagedCopies(folder).map(() => null)],
        which,
      ),
  }
}

export const deleteInBackups = (folder: string, recordingId: string): number =>
  backupsIn(folder).filter((backup) => deleteIn(backup, recordingId)).length

/** The copy may contain deleted words in the search index, and titles in pending deletions. */
function eraseCopy(file: string): void {
  const copy = new BackupDatabase(file)
  try {
    copy.database
      .transaction(() => {
        const { changes } = copy.database
          .prepare("UPDATE deletions SET names = '[]' WHERE names <> '[]'")
          .run()
        if (changes > 0) requestErasureIn(copy.database)
      })
      .immediate()
    // No other process uses the copy; a full disk fails the backup, which would contain deleted data.
    if (!eraseAtOnce(copy)) throw new Error(`${file} is in use`)
  } finally {
    copy.close()
  }
}

function deleteIn({ place, database: file }: Backup, id: string): boolean {
  const isFolder = place !== file
  const backup = new BackupDatabase(file)
  try {
    if (!backup.hasTable('recordings')) return false
    // Once the row is deleted, nothing refers to these files.
    if (isFolder) {
      deleteLeftPlaces(place, backup.database)
      removeFiles(backup, place, id)
    }
    const isDeleted = deleteRow(backup, id)
    // Also erases remnants left by a program killed earlier.
    erase(backup)
    return isDeleted
  } catch (error) {
    if (!isDamage(error)) throw error
    backup.close()
    // A whole library contains sounds too: the person decides.
    if (isFolder) markDamagedCopy(place)
    else for (const each of [`${file}-journal`, file]) removeDatabase(each)
    return true
  } finally {
    backup.close()
  }
}

/** False if the backup does not contain the recording. Its tables may be of any older version. */
function deleteRow(backup: BackupDatabase, id: string): boolean {
  const { database } = backup
  if (originalIn(backup, id) === undefined) return false
  database
    .transaction(() => {
      for (const { name, whenDeleted } of allTables)
        if (typeof whenDeleted === 'function' && backup.hasTable(name)) whenDeleted(database, id, 'backup')
      database.prepare('DELETE FROM recordings WHERE id = ?').run(id)
      requestErasureIn(database)
    })
    .immediate()
  return true
}

/** Path and hash of the original. */
const originalIn = ({ database }: BackupDatabase, id: string): { path: string; sha256: string } | undefined =>
  database
    .prepare<[string], { path: string; sha256: string }>('SELECT path, sha256 FROM recordings WHERE id = ?')
    .get(id)

/** Removes a replaced library's files of a recording. */
function removeFiles(backup: BackupDatabase, library: string, id: string): void {
  const original = originalIn(backup, id)
  if (original === undefined) return
  const places = [
    `cache/${id}`,
    ...mediaPlace(original.path),
    copyPlace(original.sha256),
    ...textPlaces(backup.database, id),
    // Older versions do not record.
    ...(backup.hasTable('recorded') ? writtenPlaces(backup.database, id) : []),
  ]
  removePlaces(library, places.filter(isOwnPlace))
}
