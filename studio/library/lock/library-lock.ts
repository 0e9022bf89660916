import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ErrorCode, Fault } from '#contracts/errors'
import { fileIdentity } from '../file-identity.ts'
import { LockFile } from './lock-file.ts'
import { othersIn } from './open-processes.ts'

/** Next to `library.db`; nothing else opens it, and it is never copied. */
export const LOCK_FILE = 'library.lock'

/** How long to wait for other holders of a library. */
export const WAIT_MS = 10_000
const LOOK_EVERY_MS = 50

/**
 * The lock of a library: programs that have it open share it; whoever holds it alone may read, copy and
 * replace the bytes of `library.db`, as no process has a connection to it then. It is taken before any of
 * them is read.
 */
export class LibraryLock {
  readonly #lock: LockFile

  private constructor(lock: LockFile) {
    this.#lock = lock
  }

  /**
   * Waits until nobody else has the library. Faults: the given one, with `holders`, after `waitMs`; errors of
   * SQLite.
   */
  static takeAlone(folder: string, waitMs = WAIT_MS, code: ErrorCode = 'library.busy'): LibraryLock {
    const until = performance.now() + waitMs
    return (
      LibraryLock.#take(folder, (lock) =>
        lock.takeAlone(Math.max(0, Math.round(until - performance.now()))),
      ) ?? inUse(folder, code)
    )
  }

  /** Like `takeAlone`, without blocking this thread. Additional fault `job.cancelled`. */
  static async waitAlone(
    folder: string,
    signal: AbortSignal,
    waitMs = WAIT_MS,
    code: ErrorCode = 'library.busy',
  ): Promise<LibraryLock> {
    const until = performance.now() + waitMs
    for (;;) {
      if (signal.aborted) throw new Fault('job.cancelled')
      const lock = LibraryLock.tryAlone(folder)
      if (lock !== null) return lock
      if (performance.now() >= until) return inUse(folder, code)
      await sleep(LOOK_EVERY_MS)
    }
  }

  /** Null if others hold it for `waitMs`. */
  static tryAlone(folder: string, waitMs = 0): LibraryLock | null {
    return LibraryLock.#take(folder, (lock) => lock.takeAlone(waitMs))
  }

  /** Null if another holds it alone for `waitMs`. */
  static tryShare(folder: string, waitMs: number): LibraryLock | null {
    return LibraryLock.#take(folder, (lock) => lock.share(waitMs))
  }

  /** Downgrades from exclusive to shared; no other can hold it alone in between. */
  share(): void {
    this.#lock.shareFromAlone()
  }

  release(): void {
    this.#lock.close()
  }

  /** While exclusive, if the folder no longer has a library: waiting processes find that it is gone. */
  remove(folder: string): void {
    // Windows cannot remove open files.
    if (process.platform === 'win32') this.release()
    rmSync(join(folder, LOCK_FILE), { force: true })
    if (process.platform !== 'win32') this.release()
  }

  static #take(folder: string, take: (lock: LockFile) => boolean): LibraryLock | null {
    const file = join(folder, LOCK_FILE)
    for (;;) {
      const before = fileIdentity(file)
      const lock = new LockFile(file)
      let isKept = false
      try {
        if (!take(lock)) return null
        // A lock on a file that was removed or replaced while waiting excludes nobody.
        isKept = before !== null && fileIdentity(file) === before
        if (isKept) return new LibraryLock(lock)
      } finally {
        if (!isKept) lock.close()
      }
    }
  }
}

/** Fault that names the processes that have a library open. */
export function inUse(folder: string, code: ErrorCode = 'library.busy'): never {
  const holders = othersIn(folder).map(({ program, pid, host }) => `${program} (PID ${pid}, ${host})`)
  throw new Fault(code, { folder, ...(holders.length === 0 ? {} : { holders: holders.join(', ') }) })
}
