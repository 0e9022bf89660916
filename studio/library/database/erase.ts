import type { Database } from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { codeOf } from '../../faults/error-code.ts'
import { mergeSearchIndex } from './merge-search-index.ts'
import { hasWal } from './sound-file.ts'
import type { Store } from './store.ts'
import { MAX_PAGES, zeroUnusedBytes } from './unused-bytes.ts'

/**
 * Setting that exists from a deletion until the database's file contains no deleted data. Its value differs
 * for each request, so that a later request is not treated as done.
 */
const PENDING = 'erasure.pending'
/** Setting changed by each step, so that other programs discard their cached pages. */
const STEPS = 'erasure.steps'

/** A larger database is erased in the background, a step at a time (worker/erase-in-background.ts): 300 MB take 2 s. */
const LARGE_BYTES = 300e6
/** A step of this size takes about a tenth of a second. */
const STEP_BYTES = 64e6
/** All other calls wait meanwhile. */
const WAIT_MS = 1_000
/** Share of free pages from which a database that is not large returns its free space to the disk. */
const FREE_SHARE = 0.25

/** A database of this program: the library's or a backup. */
export interface Erasable {
  readonly file: string
  readonly database: Database
  /** Runs `work` while this process has no other connection to it; `database` is a new one afterwards. */
  whileClosed<Result>(work: () => Result): Result
  /** Opens another connection of the same kind. */
  connect(): Database
}

/** Only inside `change`: from now on, `erase` has something to do. */
export const requestErasure = (store: Pick<Store, 'database'>): void => requestErasureIn(store.database)

/** Only inside a transaction. */
export function requestErasureIn(database: Database): void {
  database
    .prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)')
    .run(PENDING, JSON.stringify(randomUUID()))
}

/** The newest request, if the database's file may contain traces of deleted data. */
const requestIn = (database: Database): string | undefined =>
  database.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck().get(PENDING)

export const isErasurePending = ({ database }: Pick<Erasable, 'database'>): boolean =>
  requestIn(database) !== undefined

export const isLarge = (database: Database, largeBytes = LARGE_BYTES): boolean =>
  (database.pragma('page_count', { simple: true }) as number) *
    (database.pragma('page_size', { simple: true }) as number) >
  largeBytes

/**
 * Erases deleted data at once. False if it must be retried because another program reads an older state or
 * requests it meanwhile, or the disk is full; also false for a large database.
 */
export function erase(
  target: Erasable,
  { largeBytes = LARGE_BYTES, keepsRequest = false }: { largeBytes?: number; keepsRequest?: boolean } = {},
): boolean {
  if (!isErasurePending(target)) return true
  if (isLarge(target.database, largeBytes)) return false
  const isErased = whetherNotBusy(() => eraseAtOnce(target, keepsRequest))
  // If that is not possible, the pages are reused later.
  if (isErased) whetherNotBusy(() => returnFreePages(target.database))
  return isErased
}

/** Like `eraseInSteps`, without pauses. */
export function eraseAtOnce(target: Erasable, keepsRequest = false): boolean {
  const steps = eraseInSteps(target, keepsRequest)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** False if others use the database or the disk is full; other errors, including damage, are thrown. */
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
 * Erases deleted data in steps of about a tenth of a second, between which the database may be used and
 * changed. `secure_delete` overwrites rows, but neither words in the search index, which merging omits, nor
 * copies of rows that were moved between pages. Returns false if it must be repeated; throws errors of SQLite
 * and of the disk. `keepsRequest`: something else remains to be erased, so the request is kept.
 */
export function* eraseInSteps(target: Erasable, keepsRequest = false): Generator<undefined, boolean> {
  const request = requestIn(target.database)
  if (request === undefined) return true
  yield* mergeSearchIndex(target)
  const pages = target.database.pragma('page_count', { simple: true }) as number
  if (pages >= MAX_PAGES) target.database.exec('VACUUM')
  let from: number | null = pages >= MAX_PAGES ? null : 0
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

/** `busy`: another program reads an older state from the WAL, or has just written. */
function zeroFrom(target: Erasable, from: number): number | null | 'busy' {
  return target.whileClosed(() => {
    // Closed after the connection: closing a file releases all its locks of this process, which that
    // connection needs.
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

/** Free pages are reused; if there are many, they are returned to the disk. */
function returnFreePages(database: Database): boolean {
  const [free, all] = ['freelist_count', 'page_count'].map(
    (name) => database.pragma(name, { simple: true }) as number,
  )
  if ((free ?? 0) <= (all ?? 0) * FREE_SHARE) return true
  database.exec('VACUUM')
  database.pragma('wal_checkpoint(TRUNCATE)')
  return true
}
