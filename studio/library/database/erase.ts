import type { Database } from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { codeOf } from '../../faults/error-code.ts'
import { hasWal } from './sound-file.ts'
import type { Store } from './store.ts'
import { MOST_PAGES, zeroUnusedBytes } from './unused-bytes.ts'

/**
 * Setting that is there from a deletion until nothing of what was deleted is left in the database's file. Its value is
 * another one for each request, so that none is taken for done that was made meanwhile.
 */
const PENDING = 'erasure.pending'
/** Setting that each step changes, so that other programs forget the pages that they have read. */
const STEPS = 'erasure.steps'

/** A larger database is erased in the background, a step at a time (worker/erase-in-background.ts): 300 MB take 2 s. */
const LARGE_BYTES = 300e6
/** A step takes about a tenth of a second. */
const STEP_BYTES = 64e6
const STEP_PAGES = 250
/** Every other call waits meanwhile. */
const WAIT_MS = 1_000
/** Of its pages that are free, from which a database that is not large gives its room back. */
const FREE_SHARE = 0.25

/** A database of this program: the library's or a backup. */
export interface Erasable {
  readonly file: string
  readonly database: Database
  /** Runs `work` while this process has no connection to it but that which `work` opens; `database` is another one then. */
  whileClosed<Result>(work: () => Result): Result
  /** Another connection of the same kind. */
  connect(): Database
}

/** Only inside `change`: `erase` has something to do from now on. */
export const requestErasure = (store: Pick<Store, 'database'>): void => requestErasureIn(store.database)

/** Only inside a transaction. */
export function requestErasureIn(database: Database): void {
  database
    .prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)')
    .run(PENDING, JSON.stringify(randomUUID()))
}

/** The last request, if traces of what was deleted may be left in the database's file. */
const requestIn = (database: Database): string | undefined =>
  database.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck().get(PENDING)

export const isErasurePending = ({ database }: Pick<Erasable, 'database'>): boolean =>
  requestIn(database) !== undefined

export const isLarge = (database: Database, largeBytes = LARGE_BYTES): boolean =>
  (database.pragma('page_count', { simple: true }) as number) *
    (database.pragma('page_size', { simple: true }) as number) >
  largeBytes

/**
 * Erases what was deleted at once. False, and it is to be tried again, if another program reads an older state, or requests
 * it meanwhile, or the disk is full; false too for a large database.
 */
export function erase(
  target: Erasable,
  { largeBytes = LARGE_BYTES, keepsRequest = false }: { largeBytes?: number; keepsRequest?: boolean } = {},
): boolean {
  if (!isErasurePending(target)) return true
  if (isLarge(target.database, largeBytes)) return false
  const isErased = whetherNotBusy(() => eraseAtOnce(target, keepsRequest))
  // Where that cannot be, the pages are used again later.
  if (isErased) whetherNotBusy(() => giveRoomBack(target.database))
  return isErased
}

/** As `eraseInSteps`. */
export function eraseAtOnce(target: Erasable, keepsRequest = false): boolean {
  const steps = eraseInSteps(target, keepsRequest)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** False where others use the database or the disk is full; other errors, also those of damage, are thrown. */
export function whetherNotBusy(work: () => boolean): boolean {
  try {
    return work()
  } catch (error) {
    if (!/^(?:SQLITE_(?:BUSY|FULL|LOCKED|IOERR)|EBUSY|ENOSPC|EIO|library\.busy)/u.test(codeOf(error) ?? ''))
      throw error
    return false
  }
}

/**
 * Erases what was deleted in steps of about a tenth of a second, between which the database may be used and changed. `secure_delete`
 * overwrites rows, but neither words in the search index, which merging leaves out, nor copies of rows that were moved from
 * page to page. Returns false if it is to be done again; throws errors of SQLite and of the disk. `keepsRequest`: something
 * else is left to erase, so that it is asked for still.
 */
export function* eraseInSteps(target: Erasable, keepsRequest = false): Generator<undefined, boolean> {
  const request = requestIn(target.database)
  if (request === undefined) return true
  yield* mergeSearchIndex(target)
  const pages = target.database.pragma('page_count', { simple: true }) as number
  if (pages >= MOST_PAGES) target.database.exec('VACUUM')
  let from: number | null = pages >= MOST_PAGES ? null : 0
  while (from !== null) {
    const next = zeroFrom(target, from)
    if (next === 'busy') return false
    from = next
    yield
  }
  const forget = (): boolean => {
    if (requestIn(target.database) !== request) return false
    if (keepsRequest) return true
    target.database.prepare('DELETE FROM settings WHERE name IN (?, ?)').run(PENDING, STEPS)
    return true
  }
  return target.database.transaction(forget).immediate()
}

/** Into one segment, in which nothing of deleted paragraphs is left. (https://sqlite.org/fts5.html, 6.8) */
function* mergeSearchIndex(target: Erasable): Generator<undefined, void> {
  for (let pages = -STEP_PAGES; ; pages = STEP_PAGES) {
    const { database } = target
    const changes = database.prepare<[], number>('SELECT total_changes()').pluck()
    const before = changes.get() ?? 0
    database.prepare("INSERT INTO paragraph_search (paragraph_search, rank) VALUES ('merge', ?)").run(pages)
    if ((changes.get() ?? 0) - before < 2) return
    yield
  }
}

/** `busy`: another program reads an older state, which is in the WAL, or has just written. */
function zeroFrom(target: Erasable, from: number): number | null | 'busy' {
  return target.whileClosed(() => {
    // Closed after the connection: closing a file drops the locks of its process, which that connection needs.
    const bytes = openSync(target.file, 'r+')
    try {
      const database = target.connect()
      try {
        database.pragma(`busy_timeout = ${WAIT_MS}`)
        const [{ busy } = { busy: 1 }] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
        if (busy !== 0) return 'busy'
        return database
          .transaction(() => {
            if (hasWal(target.file)) return 'busy'
            const next = zeroUnusedBytes(bytes, from, STEP_BYTES)
            database
              .prepare(
                `INSERT INTO settings (name, value) VALUES (?, '1')
                 ON CONFLICT (name) DO UPDATE SET value = CAST(value + 1 AS TEXT)`,
              )
              .run(STEPS)
            return next
          })
          .immediate()
      } finally {
        database.close()
      }
    } finally {
      closeSync(bytes)
    }
  })
}

/** Pages of what was deleted are used again; many of them are given back to the disk. */
function giveRoomBack(database: Database): boolean {
  const [free, all] = ['freelist_count', 'page_count'].map(
    (name) => database.pragma(name, { simple: true }) as number,
  )
  if ((free ?? 0) <= (all ?? 0) * FREE_SHARE) return true
  database.exec('VACUUM')
  database.pragma('wal_checkpoint(TRUNCATE)')
  return true
}
