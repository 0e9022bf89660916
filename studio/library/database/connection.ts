import Database from 'better-sqlite3'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Fault } from '#contracts/errors'

export const BUSY_TIMEOUT_MS = 5_000

/** "Paro": marks the file as this program's database in its header. */
export const APPLICATION_ID = 0x5061_726f

/** Opens an existing database with the settings of every connection to a library. */
export function connect(file: string): Database.Database {
  // Below Node-API 10, loading the addon ends the process without an error message.
  if (Number(process.versions.napi) < 10) {
    throw new Fault('library.unusable', { folder: dirname(file) }, `Node ${process.versions.node} is too old`)
  }
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true })
  try {
    if (database.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
      throw new Fault('library.network-drive', { folder: dirname(file) }, 'SQLite cannot keep a WAL there')
    }
    // Sufficient in WAL mode: a killed program loses nothing; a power failure loses at most the last changes, never
    // the file.
    database.pragma('synchronous = NORMAL')
    database.pragma('foreign_keys = ON')
    // Deleted rows are overwritten at once; erase.ts removes what this leaves.
    database.pragma('secure_delete = ON')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Opens the database exclusively, also against programs that do not use the library's lock: from its first
 * transaction until the connection is closed. Throws the error of a busy file if another one has it open.
 */
export function connectAlone(file: string, timeoutMs = 0): Database.Database {
  const database = new Database(file, { timeout: timeoutMs, fileMustExist: true })
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('secure_delete = ON')
    database.exec('BEGIN IMMEDIATE; COMMIT')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Checkpoints the WAL into the file, exclusively as in `connectAlone`, and returns the version of its tables.
 */
export function makeWhole(file: string, timeoutMs: number): number {
  const database = connectAlone(file, timeoutMs)
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
    return database.pragma('user_version', { simple: true }) as number
  } finally {
    database.close()
  }
}

/**
 * Like `connect`, but throws the error of a damaged file if the integrity check, which reads all of it,
 * fails.
 */
export function connectChecked(file: string): Database.Database {
  const database = connectWhole(file)
  try {
    const verdict = database.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok') throw new Database.SqliteError(String(verdict), 'SQLITE_CORRUPT')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Like `connect`, but throws the error of a damaged file if it has lost its contents. */
export function connectWhole(file: string): Database.Database {
  // A new library is put in place complete (create-database.ts), so a file shorter than SQLite's smallest
  // page has lost its contents; SQLite would treat it as a new database.
  if (statSync(file).size < 512) throw new Database.SqliteError(`${file} is empty`, 'SQLITE_CORRUPT')
  return connect(file)
}
