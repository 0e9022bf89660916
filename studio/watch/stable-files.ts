import type { FileFacts } from './scan-folder.ts'

export interface Stability {
  /** Number of consecutive checks with the same size and time. */
  readonly looks: number
  /** How long they have been the same, ms. */
  readonly forMs: number
  /** Whether they changed since the file was first seen. */
  readonly hasChanged: boolean
}

interface Seen extends FileFacts {
  sinceMs: number
  looks: number
  hasChanged: boolean
}

/** Tracks how long files have not changed. */
export class StableFiles {
  readonly #seen = new Map<string, Seen>()

  has(file: string): boolean {
    return this.#seen.has(file)
  }

  /** `nowMs`: of any monotonic clock. */
  look(file: string, { bytes, mtimeMs }: FileFacts, nowMs: number): Stability {
    const before = this.#seen.get(file)
    const isSame = before?.bytes === bytes && before.mtimeMs === mtimeMs
    const hasChanged = before !== undefined && (before.hasChanged || !isSame)
    const seen =
      before !== undefined && isSame
        ? { ...before, looks: before.looks + 1 }
        : { bytes, mtimeMs, sinceMs: nowMs, looks: 1, hasChanged }
    this.#seen.set(file, seen)
    return { looks: seen.looks, forMs: nowMs - seen.sinceMs, hasChanged }
  }

  forget(file: string): void {
    this.#seen.delete(file)
  }

  /** Forgets all files that no longer exist. */
  keepOnly(files: ReadonlySet<string>): void {
    for (const file of this.#seen.keys()) if (!files.has(file)) this.#seen.delete(file)
  }
}
