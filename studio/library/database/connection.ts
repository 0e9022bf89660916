import Database from 'better-sqlite3'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Fault } from '#contracts/errors'

export const BUSY_TIMEOUT_MS = 5_000

/** "Paro": says in the file's header whose database it is. */
export const APPLICATION_ID = 0x5061_726f

/** Opens a database that is there, as every connection to a library is set. */
export function connect(file: string): Database.Database {
  // Below Node-API 10 loading the addon ends the process without a word.
  if (Number(process.versions.napi) < 10) {
    throw new Fault('library.unusable', { folder: dirname(file) }, `Node ${process.versions.node} is too old`)
  }
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true })
  try {
    if (database.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
      throw new Fault('library.network-drive', { folder: dirname(file) }, 'SQLite cannot keep a WAL there')
    }
    // Enough in WAL mode: a killed program loses nothing, a power cut at most the last changes, never the file.
    database.pragma('synchronous = NORMAL')
    database.pragma('foreign_keys = ON')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** `connect`, but an error as of a damaged file when the file does not hold together. */
export function connectChecked(file: string): Database.Database {
  // A new library is put in its place whole (create-database.ts): a file shorter than SQLite's smallest page, which
  // SQLite would take for a new database, has lost what it held.
  if (statSync(file).size < 512) throw new Database.SqliteError(`${file} is empty`, 'SQLITE_CORRUPT')
  const database = connect(file)
  try {
    const verdict = database.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok') throw new Database.SqliteError(String(verdict), 'SQLITE_CORRUPT')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
