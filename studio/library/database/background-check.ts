import { codeOf } from '../../faults/error-code.ts'
import type { Store } from './store.ts'
import { tableNames } from './table-names.ts'

/** Rows read at once, which takes some milliseconds. */
const ROWS_AT_ONCE = 500
const PAUSE_MS = 5

export interface BackgroundCheck {
  /** Stops the check, including its pending step. */
  readonly stop: () => void
}

/**
 * Reads every row of the library's tables, a few at a time between calls, so that opening a large library
 * need not wait for it. The store records damage as for any other read, and the next start repairs it; the
 * check then ends. Calls `onSound` once everything has been read.
 */
export function checkInBackground(store: Store, onSound: () => void, pauseMs = PAUSE_MS): BackgroundCheck {
  const slices = readSlices(store)
  let timer: NodeJS.Timeout | undefined
  const next = (): void => {
    timer = setTimeout(() => {
      let isOver: boolean
      try {
        isOver = slices.next().done === true
      } catch (error) {
        // The store has recorded damage; with a busy or failing disk the check restarts at the next start.
        if (store.isDamaged || /^SQLITE_(?:IOERR|BUSY|LOCKED|NOMEM)/u.test(codeOf(error) ?? '')) return
        throw error
      }
      if (isOver) onSound()
      else next()
    }, pauseMs)
    timer.unref()
  }
  next()
  return { stop: () => clearTimeout(timer) }
}

function* readSlices(store: Store): Generator<void> {
  for (const name of store.read(() => tableNames(store.database))) {
    const columns = store
      .rows<{ name: string }>('SELECT name FROM pragma_table_info(?)', name)
      .map((column) => `coalesce(length("${column.name}"), 0)`)
    const slice = `SELECT max(rowid) AS last, count(*) AS count, sum(${columns.join(' + ')}) AS length FROM (
      SELECT rowid, * FROM "${name}" WHERE rowid > ? ORDER BY rowid LIMIT ${ROWS_AT_ONCE})`
    let after = Number.MIN_SAFE_INTEGER
    for (;;) {
      const read = store.row<{ last: number | null; count: number }>(slice, after)
      yield
      if (read === undefined || read.last === null || read.count < ROWS_AT_ONCE) break
      after = read.last
    }
  }
}
