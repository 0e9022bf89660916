import Database from 'better-sqlite3'
import { renameSync } from 'node:fs'
import { codeOf } from '../../faults/error-code.ts'
import { connect } from './connection.ts'
import type { Store } from './store.ts'

/**
 * Puts the database in `target`, which holds what the library held when its stamp was `stamp`, in the library's place. False,
 * and nothing is changed, where the library was changed since, or another program has it open. The store goes on with a new
 * connection either way.
 */
export function exchange(store: Store, target: string, stamp: string): boolean {
  if (store.stamp() !== stamp) return false
  const file = store.database.name
  const events = lastEvent(store.database)
  store.database.close()
  try {
    return replace(file, target, events)
  } finally {
    store.goOnWith(connect(file))
  }
}

function replace(file: string, target: string, events: number): boolean {
  const alone = new Database(file, { timeout: 0, fileMustExist: true })
  try {
    // SQLite leaves WAL only where there is no other connection.
    if (alone.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') return false
    alone.exec('BEGIN EXCLUSIVE')
    // Another program may have opened, changed and closed it in the moment since.
    if (lastEvent(alone) !== events) return false
    // Windows exchanges no file that is open.
    if (process.platform === 'win32') alone.close()
    renameSync(target, file)
    return true
  } catch (error) {
    if (/^(?:SQLITE_(?:BUSY|LOCKED)|EBUSY|EPERM|EACCES)/u.test(codeOf(error) ?? '')) return false
    throw error
  } finally {
    alone.close()
  }
}

const lastEvent = (database: Database.Database): number =>
  database.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'events'").pluck().get() ?? 0
