import { type FileHandle, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { z } from 'zod'

/** State of an unfinished download, stored next to its bytes. */
const PartState = z.object({
  /** The requested address; never that of a redirect, as such addresses expire. */
  url: z.string(),
  /** What identifies the server's version of the file: a strong ETag, else its date; null if it gives neither. */
  version: z.string().nullable(),
  /** Whole size in bytes; null if unknown. */
  bytes: z.number().int().nonnegative().nullable(),
})
export type PartState = z.infer<typeof PartState>

/** An unfinished download on disk: `FILE.part` with its bytes, `FILE.part.json` with its state. */
export class PartFile {
  readonly path: string
  readonly #statePath: string

  constructor(target: string) {
    this.path = `${target}.part`
    this.#statePath = `${target}.part.json`
  }

  /**
   * Number of existing bytes; 0 if there are none, or if they are from another address or without a readable
   * state.
   */
  async resumableBytes(url: string): Promise<{ readonly bytes: number; readonly state: PartState | null }> {
    const state = await this.#readState()
    if (state === null || state.url !== url) return { bytes: 0, state: null }
    return { bytes: await this.size(), state }
  }

  async size(): Promise<number> {
    return stat(this.path).then(
      ({ size }) => size,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return 0
        throw error
      },
    )
  }

  async saveState(state: PartState): Promise<void> {
    const draft = `${this.#statePath}.new`
    await writeFile(draft, JSON.stringify(state))
    await rename(draft, this.#statePath)
  }

  /** Opens the bytes for writing from `offset` on; truncates what follows. */
  async openAt(offset: number): Promise<FileHandle> {
    const file = await open(this.path, offset === 0 ? 'w' : 'r+')
    try {
      await file.truncate(offset)
    } catch (error) {
      await file.close()
      throw error
    }
    return file
  }

  /** Gives the bytes their final name. */
  async finish(target: string): Promise<void> {
    await rename(this.path, target)
    await rm(this.#statePath, { force: true })
  }

  async remove(): Promise<void> {
    await rm(this.path, { force: true })
    await rm(this.#statePath, { force: true })
  }

  async #readState(): Promise<PartState | null> {
    const text = await readFile(this.#statePath, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (text === null) return null
    try {
      return PartState.parse(JSON.parse(text))
    } catch {
      // Written by another version, or truncated: the download starts over.
      return null
    }
  }
}
