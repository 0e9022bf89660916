import Database from 'better-sqlite3'
import { codeOf } from '../../faults/error-code.ts'

/**
 * Returns more than one row, so that reading continues after the first, and reads the file, so that its lock
 * is held meanwhile.
 */
const READ = 'SELECT 1 FROM (VALUES (1), (2)) LEFT JOIN sqlite_schema'

/**
 * A lock between processes, and between threads of one process: SQLite's on an empty database, which the
 * system releases however the process ends. Nothing else may open the file: closing it anywhere in a process
 * releases that process's locks on it.
 */
export class LockFile {
  readonly #database: Database.Database
  #reading: IterableIterator<unknown> | null = null

  /**
   * Creates the file if it does not exist, unless it must exist. Errors of SQLite: `SQLITE_CANTOPEN` and
   * others.
   */
  constructor(file: string, { mustExist = false } = {}) {
    this.#database = new Database(file, { timeout: 0, fileMustExist: mustExist })
    // The lock is changed while a read, which holds the shared one, is in progress.
    this.#database.unsafeMode(true)
  }

  /** Takes it together with others; false if another held it alone for `waitMs`. */
  share(waitMs = 0): boolean {
    return this.#within(waitMs, () => this.#read())
  }

  /** Takes it alone; false if others held it for `waitMs`, during which no new holder gets it. */
  takeAlone(waitMs = 0): boolean {
    const until = performance.now() + waitMs
    return this.#within(waitMs, () => {
      // Nothing is ever written, and a killed process leaves no journal.
      this.#database.pragma('journal_mode = MEMORY')
      this.#waitUntil(until)
      this.#database.exec('BEGIN EXCLUSIVE')
    })
  }

  /** Downgrades from exclusive to shared; no other can hold it alone in between. */
  shareFromAlone(): void {
    this.#read()
    this.#database.exec('ROLLBACK')
  }

  close(): void {
    this.#reading?.return?.()
    this.#reading = null
    this.#database.close()
  }

  #read(): void {
    const reading = this.#database.prepare(READ).iterate()
    reading.next()
    this.#reading = reading
  }

  #within(waitMs: number, lock: () => void): boolean {
    this.#waitUntil(performance.now() + waitMs)
    try {
      lock()
      return true
    } catch (error) {
      if (codeOf(error)?.startsWith('SQLITE_BUSY') !== true) throw error
      return false
    }
  }

  #waitUntil(time: number): void {
    this.#database.pragma(`busy_timeout = ${Math.max(0, Math.round(time - performance.now()))}`)
  }
}
