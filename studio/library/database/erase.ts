import { codeOf } from '../../faults/error-code.ts'
import { BUSY_TIMEOUT_MS } from './connection.ts'
import { isDamage } from './faults.ts'
import type { Store } from './store.ts'

/** Setting that is there from a deletion until nothing of what was deleted is left in the library's files. */
const PENDING = 'erasure.pending'

/** Every other call waits meanwhile. */
const WAIT_MS = 1_000

export interface EraseCalls {
  /**
   * Rewrites the database without anything that was deleted since the last time. False if other programs were using it,
   * or the disk is full: the next opening or closing of the library tries again.
   */
  erase(): boolean
}

/** Only inside `change`: `erase` has something to do from now on. */
export function requestErasure(store: Store): void {
  store.run("INSERT OR REPLACE INTO settings (name, value) VALUES (?, 'true')", PENDING)
}

export function createEraseCalls(store: Store): EraseCalls {
  return { erase: () => erase(store) }
}

export function erase(store: Store): boolean {
  if (store.row('SELECT 1 FROM settings WHERE name = ?', PENDING) === undefined) return true
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
