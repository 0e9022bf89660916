import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '#contracts/errors'
import { codeOf } from '../../faults/error-code.ts'
import { inUse, LibraryLock, WAIT_MS } from '../lock/library-lock.ts'
import { APPLICATION_ID, BUSY_TIMEOUT_MS } from './connection.ts'
import { versionInFile } from './database-version.ts'
import { faultOf } from './faults.ts'
import { LIBRARY_FILE } from './library-file.ts'
import { versionOf } from './migrate.ts'
import { refuseNetworkDrive } from './network-drive.ts'
import { refuseUnreadable } from './readable-version.ts'
import { Store } from './store.ts'

/**
 * Opens a library to search it: neither migrates nor repairs it, and writes nothing into its database.
 * Faults: `library.missing`, `library.network-drive`, those of `refuseUnreadable`, `library.busy`,
 * `library.unusable`.
 */
export function openToRead(folder: string, waitMs = WAIT_MS): Store {
  const file = join(folder, LIBRARY_FILE)
  let lock: LibraryLock | null = null
  try {
    if (!existsSync(file)) throw new Fault('library.missing', { folder })
    refuseNetworkDrive(folder)
    lock = shareToRead(folder, waitMs)
    const database = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
    try {
      refuseUnreadable(versionOf(database), folder)
      if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID)
        throw new Fault('library.unusable', { folder }, `${LIBRARY_FILE} is another program's database`)
      return new Store(folder, database, lock)
    } catch (error) {
      database.close()
      throw error
    }
  } catch (error) {
    lock?.release()
    throw faultOf(error, folder)
  }
}

/** The version of a library's tables, if it can be searched. Faults: those of `openToRead`. */
export function readableVersion(folder: string): number {
  // The caller may be a thread that must not wait.
  const store = openToRead(folder, 0)
  try {
    return versionOf(store.database)
  } finally {
    store.close()
  }
}

/**
 * Null if no lock can be created, as on a read-only disk; there the version is also read from bytes, as
 * nobody writes.
 */
function shareToRead(folder: string, waitMs: number): LibraryLock | null {
  let alone: LibraryLock | null
  try {
    alone = LibraryLock.tryAlone(folder)
  } catch (error) {
    const code = codeOf(error) ?? ''
    // A library that may only be read is shared with its writers.
    if (code.startsWith('SQLITE_READONLY')) return LibraryLock.tryShare(folder, waitMs) ?? inUse(folder)
    if (!/^SQLITE_(?:CANTOPEN|PERM)/u.test(code)) throw error
    refuseUnreadable(versionInFile(join(folder, LIBRARY_FILE)), folder)
    return null
  }
  if (alone === null) return LibraryLock.tryShare(folder, waitMs) ?? inUse(folder)
  try {
    // Before SQLite opens it, which could change the files of a newer program.
    refuseUnreadable(versionInFile(join(folder, LIBRARY_FILE)), folder)
    alone.share()
    return alone
  } catch (error) {
    alone.release()
    throw error
  }
}
