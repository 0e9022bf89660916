import { BackupDatabase } from '../database/backup-database.ts'
import { backupsIn, isBackupUnerased } from '../database/backup-files.ts'
import { eraseInSteps, isErasurePending, whetherNotBusy } from '../database/erase.ts'
import { isDamage } from '../database/faults.ts'
import type { Store } from '../database/store.ts'

const EVERY_MS = 10_000
/** Longest wait between attempts, while others use the library or the disk is full. */
const MAX_WAIT_MS = 3_600_000
/** Pause between steps, for other calls. */
const PAUSE_MS = 20

export interface BackgroundErasure {
  /**
   * Continues for this long before stopping, as a command ends soon after a deletion; the next opening does
   * the rest.
   */
  readonly stop: (withinMs?: number) => void
}

/**
 * Erases deleted data from large databases, and whatever could not be erased at once, one step at a time
 * between calls.
 */
export function eraseInBackground(
  store: Store,
  { everyMs = EVERY_MS, longestWaitMs = MAX_WAIT_MS, pauseMs = PAUSE_MS } = {},
): BackgroundErasure {
  let steps: Generator<undefined, boolean> | null = null
  let timer: NodeJS.Timeout | undefined
  let waitMs = everyMs
  /** True once there is nothing left to erase, or nothing can be erased now. */
  const step = (): boolean => {
    steps ??= eraseAll(store)
    const { done, value } = steps.next()
    if (done !== true) return false
    waitMs = value ? everyMs : Math.min(waitMs * 2, longestWaitMs)
    return true
  }
  const next = (ms: number): void => {
    timer = setTimeout(() => {
      let isOver = true
      try {
        const isDone = whetherNotBusy(() => {
          isOver = step()
          return true
        })
        if (!isDone) waitMs = Math.min(waitMs * 2, longestWaitMs)
      } catch (error) {
        // The next start checks the file.
        if (isDamage(error)) return
        throw error
      }
      if (isOver) steps = null
      next(isOver ? waitMs : pauseMs)
    }, ms)
    timer.unref()
  }
  next(pauseMs)
  return {
    stop(withinMs = 0) {
      clearTimeout(timer)
      const until = performance.now() + withinMs
      whetherNotBusy(() => {
        while (performance.now() < until && !step());
        return true
      })
      steps?.return(false)
    },
  }
}

/**
 * Data deleted from a backup is deleted from the library too, whose request is kept until all backups are
 * erased.
 */
function* eraseAll(store: Store): Generator<undefined, boolean> {
  if (!isErasurePending(store)) return true
  let areBackups = true
  for (const { database: file } of backupsIn(store.folder)) {
    if (!isBackupUnerased(file)) continue
    const backup = new BackupDatabase(file)
    try {
      const steps = eraseInSteps(backup)
      for (;;) {
        const step = steps.next()
        // A deletion between the steps closes the file, which would release a connection's locks.
        backup.close()
        if (step.done !== true) {
          yield
          continue
        }
        areBackups = step.value && areBackups
        break
      }
    } catch (error) {
      // The next deletion detects that it is damaged.
      if (!isDamage(error)) throw error
    } finally {
      backup.close()
    }
  }
  const isErased = yield* eraseInSteps(store, !areBackups)
  return isErased && areBackups
}
