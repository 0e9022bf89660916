import { connectionSubject } from '../connection-subject.ts'
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

/** It is made while words of what was deleted may be in the search index, and titles in what is left to delete. */
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
    // Nobody else has it; a full disk ends the backup, which would hold what was deleted.
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
    // Once the row is gone, nothing names them.
    if (isFolder) {
      deleteLeftPlaces(place, backup.database)
      removeFiles(backup, place, id)
    }
    const isDeleted = deleteRow(backup, id)
    // Also what a program left that was killed before.
    erase(backup)
    return isDeleted
  } catch (error) {
    if (!isDamage(error)) throw error
    backup.close()
    // A whole library has sounds too: the person decides.
    if (isFolder) markDamagedCopy(place)
    else for (const each of [`${file}-journal`, file]) removeDatabase(each)
    return true
  } finally {
    backup.close()
  }
}

/** False if the backup does not have the recording. Its tables may be those of any older version. */
function deleteRow(backup: BackupDatabase, id: string): boolean {
  const { database } = backup
  if (originalIn(backup, id) === undefined) return false
  database
    .transaction(() => {
      database
        .prepare(
          `DELETE FROM chunks WHERE pcm_sha256 IN (SELECT pcm_sha256 FROM tracks WHERE recording_id = ?)
           AND pcm_sha256 NOT IN (SELECT pcm_sha256 FROM tracks WHERE recording_id <> ?)`,
        )
        .run(id, id)
      // Older versions have no list of connections.
      if (backup.hasTable('connections'))
        database
          .prepare('UPDATE connections SET url = NULL, title = NULL, subject = NULL WHERE subject = ?')
          .run(connectionSubject('recording', id))
      database.prepare('DELETE FROM recordings WHERE id = ?').run(id)
      database.prepare('DELETE FROM events').run()
      requestErasureIn(database)
    })
    .immediate()
  return true
}

/** Where the original was, and its hash. */
const originalIn = ({ database }: BackupDatabase, id: string): { path: string; sha256: string } | undefined =>
  database
    .prepare<[string], { path: string; sha256: string }>('SELECT path, sha256 FROM recordings WHERE id = ?')
    .get(id)

/** What a replaced library kept of a recording. */
function removeFiles(backup: BackupDatabase, library: string, id: string): void {
  const original = originalIn(backup, id)
  if (original === undefined) return
  const places = [
    `cache/${id}`,
    ...mediaPlace(original.path),
    copyPlace(original.sha256),
    ...textPlaces(backup.database, id),
    // Older versions record nothing.
    ...(backup.hasTable('recorded') ? writtenPlaces(backup.database, id) : []),
  ]
  removePlaces(library, places.filter(isOwnPlace))
}
