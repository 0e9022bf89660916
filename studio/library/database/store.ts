import type { Database, Statement } from 'better-sqlite3'
import { Fault } from '#contracts/errors'
import { fileIdentity } from '../file-identity.ts'
import type { EventKind, TouchedIds } from '../library-event.ts'
import { inUse, LibraryLock } from '../lock/library-lock.ts'
import { BUSY_TIMEOUT_MS, connect, connectWhole } from './connection.ts'
import { isDamage } from './faults.ts'
import { versionOf } from './migrate.ts'
import { recordDamage } from './sound-file.ts'

/** Logs an event with the ids that a change touched; only inside `change`. */
export type Append = (kind: EventKind, touched: TouchedIds) => void

/** A page that missed more than this reloads its state; the log must not grow without limit. */
const EVENTS_KEPT = 10_000

/** One open connection, shared by the calls of every table. */
export class Store {
  readonly folder: string
  /** Path of the database. */
  readonly file: string
  /** True once SQLite has reported damage, in whichever call. */
  isDamaged = false
  /** Number of the last event written by this connection, 0 before the first. */
  lastAppended = 0
  readonly #statements = new Map<string, Statement>()
  readonly #isOnlyRead: boolean
  readonly #version: number
  #identity: string | null
  /** Null while closed, until it is next used. */
  #database: Database | null
  /** Null if it was released, and for a read-only library on a disk where no lock can be created. */
  #lock: LibraryLock | null
  /** Number of times it was reopened. */
  #openings = 0

  /** Takes over the connection and the shared lock. */
  constructor(folder: string, database: Database, lock: LibraryLock | null) {
    this.folder = folder
    this.file = database.name
    this.#isOnlyRead = database.readonly
    this.#version = versionOf(database)
    this.#identity = fileIdentity(this.file)
    this.#database = database
    this.#lock = lock
  }

  /** The connection. Faults of reopening it after `whileClosed`: `library.busy`, `library.unusable`. */
  get database(): Database {
    this.#database ??= this.#openAgain()
    return this.#database
  }

  /** The first row, or undefined. */
  row<Row>(sql: string, ...values: unknown[]): Row | undefined {
    return this.#noting(() => this.#statement<Row>(sql).get(...values))
  }

  rows<Row>(sql: string, ...values: unknown[]): Row[] {
    return this.#noting(() => this.#statement<Row>(sql).all(...values))
  }

  /** Rows read one by one on demand; the same SQL must not be run again before the iteration ends. */
  each<Row>(sql: string, ...values: unknown[]): IterableIterator<Row> {
    return this.#statement<Row>(sql).iterate(...values)
  }

  /** Returns the number of changed rows. Only inside `change`. */
  run(sql: string, ...values: unknown[]): number {
    return this.#noting(() => this.#statement(sql).run(...values).changes)
  }

  /**
   * One short IMMEDIATE transaction: concurrent writers wait for its end, so that a decision made in it (who
   * gets a job) holds. It is applied completely or not at all.
   */
  change<Result>(work: (append: Append) => Result): Result {
    this.#checkFile()
    const append: Append = (kind, touched) => {
      const { lastInsertRowid } = this.#statement('INSERT INTO events (kind, touched) VALUES (?, ?)').run(
        kind,
        JSON.stringify(touched),
      )
      this.lastAppended = Number(lastInsertRowid)
      this.run('DELETE FROM events WHERE seq <= ?', this.lastAppended - EVENTS_KEPT)
    }
    return this.#noting(() => this.database.transaction(() => work(append)).immediate())
  }

  /** Runs several reads on one state of the library. */
  read<Result>(work: () => Result): Result {
    return this.#noting(() => this.database.transaction(work).deferred())
  }

  /** The number that the next row of an AUTOINCREMENT table will get; only inside `change`. */
  nextNumber(table: 'recordings' | 'transcripts' | 'jobs'): number {
    const last = this.row<{ seq: number }>('SELECT seq FROM sqlite_sequence WHERE name = ?', table)
    return (last?.seq ?? 0) + 1
  }

  close(): void {
    this.#database?.close()
    this.#lock?.release()
    this.#lock = null
  }

  /**
   * Runs `work` without a connection; the lock stays shared. The next use reopens the library, and is retried
   * if that fails.
   */
  whileClosed<Result>(work: () => Result): Result {
    this.#statements.clear()
    this.#database?.close()
    this.#database = null
    return work()
  }

  connect(): Database {
    return connect(this.file)
  }

  /** Differs after any change in between, by whichever connection. */
  stamp(): string {
    const version = String(this.database.pragma('data_version', { simple: true }))
    const own = this.row<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? 0
    return `${this.#openings} ${version} ${own}`
  }

  #openAgain(): Database {
    this.#lock ??= LibraryLock.tryShare(this.folder, BUSY_TIMEOUT_MS) ?? inUse(this.folder)
    const database = connectWhole(this.file)
    if (versionOf(database) !== this.#version) {
      database.close()
      throw this.#replaced()
    }
    this.#identity = fileIdentity(this.file)
    this.#openings += 1
    return database
  }

  /** Rethrows errors, recording damage so that the next start checks the file. */
  #noting<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      if (isDamage(error)) {
        this.isDamaged = true
        // A read-only library is not written to.
        if (!this.#isOnlyRead) recordDamage(this.file, Date.now())
      }
      throw error
    }
  }

  #statement<Row>(sql: string): Statement<unknown[], Row> {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.database.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement as Statement<unknown[], Row>
  }

  /** Another program may have replaced the database with a repaired one: writes to this one would be lost. */
  #checkFile(): void {
    if (fileIdentity(this.file) !== this.#identity) throw this.#replaced()
  }

  #replaced(): Fault {
    return new Fault('library.unusable', { folder: this.folder }, 'library.db was replaced while it was open')
  }
}
