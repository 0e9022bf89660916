import type { Database, Statement } from 'better-sqlite3'
import { statSync } from 'node:fs'
import { Fault } from '#contracts/errors'
import type { EventKind, TouchedIds } from '../library-event.ts'
import { codeOf } from '../../faults/error-code.ts'
import { isDamage } from './faults.ts'
import { recordDamage } from './sound-file.ts'

/** Logs an event with the ids that a change touched; only inside `change`. */
export type Append = (kind: EventKind, touched: TouchedIds) => void

/** A page that missed more than this reloads its state; the log must not grow without limit. */
const EVENTS_KEPT = 10_000

/** One open connection, shared by the calls of every table. */
export class Store {
  readonly folder: string
  database: Database
  /** True once SQLite has reported damage, in whichever call. */
  isDamaged = false
  /** Number of the last event written by this connection, 0 before the first. */
  lastAppended = 0
  readonly #statements = new Map<string, Statement>()
  #file: string
  /** How often the database was exchanged for another. */
  #exchanges = 0

  constructor(folder: string, database: Database) {
    this.folder = folder
    this.database = database
    this.#file = fileIdentity(database.name)
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
   * One short IMMEDIATE transaction: concurrent writers wait for its end, so that a decision made in it (who gets a
   * job) holds. It is kept whole or not at all.
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
    this.database.close()
  }

  /** Goes on with another connection: the former one is closed, and its file may have been exchanged. */
  goOnWith(database: Database): void {
    this.#statements.clear()
    this.database = database
    this.#file = fileIdentity(database.name)
    this.#exchanges += 1
  }

  /** Differs whenever anything was changed in between, by whichever connection. */
  stamp(): string {
    const version = String(this.database.pragma('data_version', { simple: true }))
    const own = this.row<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? 0
    return `${this.#exchanges} ${version} ${own}`
  }

  /** Passes errors on; damage is recorded, so that the next start checks the file. */
  #noting<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      if (isDamage(error)) {
        this.isDamaged = true
        // A library that is only read is not written to.
        if (!this.database.readonly) recordDamage(this.database.name, Date.now())
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
    if (fileIdentity(this.database.name) !== this.#file) {
      throw new Fault(
        'library.unusable',
        { folder: this.folder },
        'library.db was replaced while it was open',
      )
    }
  }
}

/** Which file is at a path: another one after it was replaced. */
export function fileIdentity(path: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return 'gone'
  }
}
