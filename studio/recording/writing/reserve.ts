import path from 'node:path'
import { type DiskFiles, isDiskFull, writeAll } from './disk-files.ts'

export const MAX_RESERVE_BYTES = 4 * 1024 * 1024
const CHUNK_BYTES = 64 * 1024

/** Space reserved to end properly on a full disk: for the last sound, the journal, the library's row. */
export class Reserve {
  readonly #path: string
  readonly #files: DiskFiles

  constructor(folder: string, files: DiskFiles) {
    this.#path = path.join(folder, 'reserve')
    this.#files = files
  }

  /** As large as fits, at most `bytes`. Throws errors of the disk. */
  create(bytes: number): void {
    const fd = this.#files.open(this.#path, 'make')
    try {
      // Zeros might be stored without using space.
      const chunk = Buffer.alloc(CHUNK_BYTES, 'reserve ')
      for (let written = 0; written < bytes; written += chunk.length)
        writeAll(this.#files, fd, chunk, written)
      this.#files.sync(fd)
    } catch (error) {
      if (!isDiskFull(error)) throw error
    } finally {
      this.#files.close(fd)
    }
  }

  /** Throws errors of the disk. */
  giveUp(): void {
    this.#files.remove(this.#path)
  }
}
