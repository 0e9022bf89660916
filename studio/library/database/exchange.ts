import type { Database } from 'better-sqlite3'
import { renameSync } from 'node:fs'
import { codeOf } from '../../faults/error-code.ts'
import { connectAlone } from './connection.ts'
import type { Store } from './store.ts'

/**
 * Puts the database in `target`, which holds what the library held when its stamp was `stamp`, in the library's place. False,
 * and nothing is changed, where the library was changed since, or another program has it open. The store goes on with a new
 * connection either way.
 */
export function exchange(store: Store, target: string, stamp: string): boolean {
  if (store.stamp() !== stamp) return false
  const events = lastEvent(store.database)
  return store.whileAlone(() => replace(store.file, target, events)) ?? false
}

function replace(file: string, target: string, events: number): boolean {
  try {
    const alone = connectAlone(file)
    try {
      // Another program may have opened, changed and closed it in the moment since.
      if (lastEvent(alone) !== events) return false
      alone.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      alone.close()
    }
    renameSync(target, file)
    return true
  } catch (error) {
    if (/^(?:SQLITE_(?:BUSY|LOCKED)|EBUSY|EPERM|EACCES)/u.test(codeOf(error) ?? '')) return false
    throw error
  }
}

const lastEvent = (database: Database): number =>
  database.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'events'").pluck().get() ?? 0
