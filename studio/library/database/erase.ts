import Database from 'better-sqlite3'
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { codeOf } from '../../faults/error-code.ts'
import { BUSY_TIMEOUT_MS } from './connection.ts'
import { removeDatabase } from './create-database.ts'
import { isDamage } from './faults.ts'
import type { Store } from './store.ts'
import { unerasedBackups } from './unerased-backups.ts'

/** Setting that is there from a deletion until nothing of what was deleted is left in the library's files. */
const PENDING = 'erasure.pending'

/** A larger database is rewritten in the background (worker/background-erasure.ts): 300 MB take some seconds. */
const LARGE_BYTES = 300e6

/** Every other call waits meanwhile. */
const WAIT_MS = 1_000

export interface EraseCalls {
  /**
   * Rewrites the database without anything that was deleted since the last time. False if other programs were using it,
   * or the disk is full: the next opening or closing of the library tries again. False too for a large one, or a large
   * backup: that is rewritten in the background.
   */
  erase(): boolean
}

/** Only inside `change`: `erase` has something to do from now on. */
export function requestErasure(store: Store): void {
  store.run("INSERT OR REPLACE INTO settings (name, value) VALUES (?, 'true')", PENDING)
}

export function createEraseCalls(store: Store): EraseCalls {
  return { erase: () => erase(store) && unerasedBackups(store.folder).length === 0 }
}

/** Whether traces of what was deleted are left in the database's file. */
export const isErasurePending = (store: Store): boolean =>
  store.row('SELECT 1 FROM settings WHERE name = ?', PENDING) !== undefined

export const isLarge = (database: Store['database'], largeBytes = LARGE_BYTES): boolean =>
  (database.pragma('page_count', { simple: true }) as number) *
    (database.pragma('page_size', { simple: true }) as number) >
  largeBytes

export function erase(store: Store, largeBytes = LARGE_BYTES): boolean {
  if (!isErasurePending(store)) return true
  if (isLarge(store.database, largeBytes)) return false
  store.database.pragma(`busy_timeout = ${WAIT_MS}`)
  try {
    rewrite(store.database)
    const [result] = store.database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    if (result?.busy !== 0) return false
    store.change(() => store.run('DELETE FROM settings WHERE name = ?', PENDING))
    return true
  } catch (error) {
    if (isDamage(error) || !/^SQLITE_(?:BUSY|FULL|LOCKED|IOERR)/u.test(codeOf(error) ?? '')) throw error
    return false
  } finally {
    store.database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  }
}

/** `secure_delete` leaves copies of rows that moved from page to page, and the search index keeps words of its own. */
export function rewrite(database: Store['database']): void {
  database.exec("INSERT INTO paragraph_search (paragraph_search) VALUES ('rebuild')")
  database.exec('VACUUM')
}

/**
 * Writes the database in `file` to `target` without anything that was deleted from it, and has it on the disk. Reads only;
 * takes minutes for gigabytes, and twice the room of `target` for a while.
 */
export function rewriteInto(file: string, target: string): void {
  const part = `${target}.part`
  removeDatabase(part)
  removeDatabase(target)
  try {
    copyInto(file, part, () => undefined)
    copyInto(part, target, (database) => {
      // Words of what was deleted are in older segments of the index until those are merged.
      database.exec("INSERT INTO paragraph_search (paragraph_search) VALUES ('optimize')")
      database.prepare('DELETE FROM settings WHERE name = ?').run(PENDING)
    })
    checkSame(file, target)
    const written = openSync(target, 'r+')
    fsyncSync(written)
    closeSync(written)
  } catch (error) {
    removeDatabase(target)
    throw error
  } finally {
    removeDatabase(part)
  }
}

function copyInto(file: string, target: string, prepare: (database: Database.Database) => void): void {
  const database = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
  try {
    prepare(database)
    database.prepare('VACUUM INTO ?').run(target)
  } finally {
    database.close()
  }
}

/** Throws if a table has other rows in number: the copy would take the place of what it is a copy of. */
export function checkSame(file: string, copy: string): void {
  const counted = [file, copy].map((path) => {
    const database = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
    try {
      return database.transaction(() => countsOf(database))()
    } finally {
      database.close()
    }
  })
  const [own = new Map<string, number>(), copied = new Map<string, number>()] = counted
  const other = [...own].filter(([table, count]) => copied.get(table) !== count)
  if (other.length > 0 || own.size !== copied.size)
    throw new Error(`${copy} has other rows: ${other.map(([table]) => table).join(', ')}`)
}

/** Rows by table, without those of the index, which are merged, and of settings, of which one goes. */
function countsOf(database: Database.Database): Map<string, number> {
  const tables = database
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       AND name NOT LIKE 'paragraph\\_search%' ESCAPE '\\' AND name <> 'settings'`,
    )
    .pluck()
    .all()
  return new Map(
    tables.map((table) => [
      table,
      database.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0,
    ]),
  )
}
