import Database from 'better-sqlite3'
import { codeOf } from '../../faults/error-code.ts'

/** Has more rows than one, so that reading goes on after the first, and reads the file, so that its lock is held meanwhile. */
const READ = 'SELECT 1 FROM (VALUES (1), (2)) LEFT JOIN sqlite_schema'

/**
 * A lock between processes, and between the threads of one: SQLite's on an empty database, which the system releases however
 * the process ends. Nothing else may open the file: closing it anywhere in a process drops that process's locks on it.
 */
export class LockFile {
  readonly #database: Database.Database
  #reading: IterableIterator<unknown> | null = null

  /** Makes the file where there is none, unless it must be there. Errors of SQLite: `SQLITE_CANTOPEN` and others. */
  constructor(file: string, { mustExist = false } = {}) {
    this.#database = new Database(file, { timeout: 0, fileMustExist: mustExist })
    // The lock is changed while the file is being read, which is what holds the shared one.
    this.#database.unsafeMode(true)
  }

  /** Holds it together with others; false if somebody was alone with it for `waitMs`. */
  share(waitMs = 0): boolean {
    return this.#within(waitMs, () => this.#read())
  }

  /** Holds it with nobody else; false if others held it for `waitMs`, during which nobody new gets it. */
  takeAlone(waitMs = 0): boolean {
    const until = performance.now() + waitMs
    return this.#within(waitMs, () => {
      // Nothing is ever written, and a killed process leaves no journal.
      this.#database.pragma('journal_mode = MEMORY')
      this.#waitUntil(until)
      this.#database.exec('BEGIN EXCLUSIVE')
    })
  }

  /** Goes on from being alone to sharing; there is no moment between in which another could be alone. */
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
