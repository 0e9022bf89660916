import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ErrorCode, Fault } from '#contracts/errors'
import { fileIdentity } from '../file-identity.ts'
import { LockFile } from './lock-file.ts'
import { othersIn } from './open-processes.ts'

/** Beside `library.db`; nothing but this opens it, and it is never copied. */
export const LOCK_FILE = 'library.lock'

/** How long whoever wants a library waits for those who have it. */
export const WAIT_MS = 10_000
const LOOK_EVERY_MS = 50

/**
 * The lock of a library: whoever has it open shares it, and whoever is alone with it may read, copy and exchange the bytes of
 * `library.db`, as no process has a connection to it then. It is taken before any of them is read.
 */
export class LibraryLock {
  readonly #lock: LockFile

  private constructor(lock: LockFile) {
    this.#lock = lock
  }

  /** Waits until nobody else has the library. Faults: the given one, with `holders`, after `waitMs`; errors of SQLite. */
  static takeAlone(folder: string, waitMs = WAIT_MS, code: ErrorCode = 'library.busy'): LibraryLock {
    const until = performance.now() + waitMs
    return (
      LibraryLock.#take(folder, (lock) =>
        lock.takeAlone(Math.max(0, Math.round(until - performance.now()))),
      ) ?? inUse(folder, code)
    )
  }

  /** As `takeAlone`, without holding up this thread meanwhile. Also fault `job.cancelled`. */
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

  /** Null where somebody else has it. */
  static tryAlone(folder: string): LibraryLock | null {
    return LibraryLock.#take(folder, (lock) => lock.takeAlone())
  }

  /** Null where somebody is alone with it for `waitMs`. */
  static tryShare(folder: string, waitMs: number): LibraryLock | null {
    return LibraryLock.#take(folder, (lock) => lock.share(waitMs))
  }

  /** From being alone; nobody is alone with it in between. */
  share(): void {
    this.#lock.shareFromAlone()
  }

  release(): void {
    this.#lock.close()
  }

  /** From being alone, where the folder has no library any more: those who wait for the lock find out that it is gone. */
  remove(folder: string): void {
    // Windows removes no open file.
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
        // A file that was removed or replaced while it was waited for is locked by nobody else any more.
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
