import Database from 'better-sqlite3'
import { statSync } from 'node:fs'
import { BUSY_TIMEOUT_MS } from './connection.ts'
import type { Erasable } from './erase.ts'

/** Older versions have fewer tables. */
export const hasTable = (database: Database.Database, name: string): boolean =>
  database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined

/** The database of a backup, from which something is deleted; may be of any older version. */
export class BackupDatabase implements Erasable {
  readonly file: string
  #database: Database.Database | null = null

  constructor(file: string) {
    this.file = file
  }

  /** Throws the error of a damaged file for an empty one, as left by a program killed before writing more. */
  get database(): Database.Database {
    this.#database ??= this.connect()
    return this.#database
  }

  connect(): Database.Database {
    if (statSync(this.file).size < 512)
      throw new Database.SqliteError(`${this.file} is empty`, 'SQLITE_CORRUPT')
    const database = new Database(this.file, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true })
    try {
      database.pragma('secure_delete = ON')
      database.pragma('foreign_keys = ON')
      return database
    } catch (error) {
      database.close()
      throw error
    }
  }

  hasTable(name: string): boolean {
    return hasTable(this.database, name)
  }

  whileClosed<Result>(work: () => Result): Result {
    this.close()
    return work()
  }

  close(): void {
    this.#database?.close()
    this.#database = null
  }
}
