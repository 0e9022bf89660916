import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import { isDiskFull } from './write-all.ts'

export const MOST_RESERVE_BYTES = 4 * 1024 * 1024
const CHUNK_BYTES = 64 * 1024

/** Room that is kept for ending well on a full disk: the last sound, the journal, the library's entry. */
export class ReserveFile {
  readonly #path: string
  #isThere = false

  constructor(folder: string) {
    this.#path = path.join(folder, 'reserve')
  }

  /** As large as fits, at most `bytes`. */
  async create(bytes: number): Promise<void> {
    this.#isThere = true
    const file = await open(this.#path, 'w')
    try {
      // Zeros could be stored without room.
      const chunk = Buffer.alloc(CHUNK_BYTES, 'reserve ')
      for (let written = 0; written < bytes; written += chunk.length) await file.write(chunk)
      await file.datasync()
    } catch (error) {
      if (!isDiskFull(error)) throw error
    } finally {
      await file.close()
    }
  }

  /** True if it was there, so that there is room now. */
  async giveUp(): Promise<boolean> {
    const wasThere = this.#isThere
    this.#isThere = false
    await rm(this.#path, { force: true })
    return wasThere
  }
}
