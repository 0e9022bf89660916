import { readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { isProcessAlive } from '../../processes/process-liveness.ts'
import { removeDatabase } from '../database/create-database.ts'
import { isErasurePending } from '../database/erase.ts'
import { exchange } from '../database/exchange.ts'
import type { Store } from '../database/store.ts'
import { markErased, unerasedBackups } from '../database/unerased-backups.ts'

/** Nothing changes for so long before a large library is rewritten. */
const QUIET_MS = 60_000
/** Between two tries, where the library was changed or used by others each time. */
const LONGEST_WAIT_MS = 3_600_000
/** Of the database: both copies, and some more. */
const ROOM_NEEDED = 2.2

export interface BackgroundErasure {
  /** Also what is being written; the next opening goes on. */
  readonly stop: () => void
}

/** Writes `file` to `target` as `rewriteInto` does, elsewhere; false if it could not. `stop` ends it. */
export type RewriteElsewhere = (
  file: string,
  target: string,
) => { readonly done: Promise<boolean>; readonly stop: () => void }

/**
 * Rewrites a large library without what was deleted from it, and its large backups, while calls go on: a copy is written
 * elsewhere once nothing has changed for a while, and put in the library's place if nothing has changed until then.
 */
export function eraseInBackground(
  store: Store,
  rewrite: RewriteElsewhere,
  { quietMs = QUIET_MS, longestWaitMs = LONGEST_WAIT_MS } = {},
): BackgroundErasure {
  let timer: NodeJS.Timeout | undefined
  let stopRewriting: (() => void) | null = null
  let isStopped = false
  let last = ''
  let waitMs = quietMs
  removeLeftCopies(store.file)

  const rewritten = async (file: string, exchangeWith: (target: string) => boolean): Promise<boolean> => {
    removeLeftCopies(file)
    const target = copyOf(file)
    if (!hasRoom(file)) return false
    const { done, stop } = rewrite(file, target)
    stopRewriting = stop
    const isWritten = await done
    stopRewriting = null
    try {
      return isWritten && !isStopped && exchangeWith(target)
    } finally {
      removeDatabase(target)
    }
  }
  const eraseAll = async (): Promise<boolean> => {
    let isAll = true
    for (const backup of unerasedBackups(store.folder)) {
      const isErased = await rewritten(backup, (target) => {
        renameSync(target, backup)
        markErased(backup)
        return true
      })
      if (isStopped) return false
      isAll &&= isErased
    }
    if (!isErasurePending(store)) return isAll
    const stamp = store.stamp()
    return (await rewritten(store.file, (target) => exchange(store, target, stamp))) && isAll
  }
  const look = async (): Promise<void> => {
    if (isErasurePending(store) || unerasedBackups(store.folder).length > 0) {
      const stamp = store.stamp()
      if (stamp === last) waitMs = (await eraseAll()) ? quietMs : Math.min(waitMs * 2, longestWaitMs)
      last = isStopped ? '' : store.stamp()
    }
    next()
  }
  const next = (): void => {
    // What fails is tried again: a disk that is full, a file that is locked.
    if (!isStopped) timer = setTimeout(() => void look().catch(next), waitMs).unref()
  }
  next()
  return {
    stop() {
      isStopped = true
      clearTimeout(timer)
      stopRewriting?.()
    },
  }
}

const COPY = /\.erased-(\d+)-\d+(?:\.part)?(?:-journal)?$/u

/** No other program or thread writes to it. */
const copyOf = (file: string): string => `${file}.erased-${process.pid}-${threadId}`

/** Copies that were not finished, as their program ended: each is as large as the library. */
function removeLeftCopies(file: string): void {
  for (const name of readdirSync(dirname(file))) {
    const pid = name.startsWith(`${basename(file)}.`) ? COPY.exec(name)?.[1] : undefined
    if (
      pid !== undefined &&
      (Number(pid) === process.pid || !isProcessAlive({ pid: Number(pid), startTime: null }))
    )
      rmSync(join(dirname(file), name), { force: true })
  }
}

function hasRoom(file: string): boolean {
  const { bavail, bsize } = statfsSync(file)
  return bavail * bsize > statSync(file).size * ROOM_NEEDED
}
