import { createHash, type Hash } from 'node:crypto'
import { open, type FileHandle, stat } from 'node:fs/promises'
import { Fault } from '#contracts/errors'
import { sha256OfFile } from '../models/sha256-of-file.ts'

export interface PartOutcome {
  /** Bytes that are there now. */
  readonly received: number
  /** False: the part did not begin where the last one ended; whoever sends it goes on at `received`. */
  readonly taken: boolean
}

/**
 * A file that arrives in parts, one after the other, hashed on the way. How much has arrived is the file's own size;
 * the hash is made again from the file where this program did not see it from its first byte.
 */
export class IncomingFile {
  readonly path: string
  readonly #bytes: number
  #handle: FileHandle | undefined
  #hash: Hash | null = null
  #hashed = 0
  /** Parts wait for each other: two pages may send the same file. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(file: string, bytes: number) {
    this.path = file
    this.#bytes = bytes
  }

  /** Waits for a part that is on its way. */
  received(): Promise<number> {
    return this.#inTurn(() => this.#size())
  }

  append(start: number, source: AsyncIterable<Uint8Array>): Promise<PartOutcome> {
    return this.#inTurn(async () => {
      let received = await this.#size()
      if (start !== received) return { received, taken: false }
      if (received === 0) {
        this.#hash = createHash('sha256')
        this.#hashed = 0
      }
      this.#handle ??= await open(this.path, 'a')
      for await (const chunk of source) {
        if (received + chunk.length > this.#bytes) {
          throw new Fault('call.bad-input', { call: 'import' }, `more than ${this.#bytes} bytes`)
        }
        let written = 0
        while (written < chunk.length) {
          const { bytesWritten } = await this.#handle.write(chunk, written)
          // Only what is on the disk is hashed: a full one takes a piece of a chunk.
          this.#note(chunk.subarray(written, written + bytesWritten), received)
          written += bytesWritten
          received += bytesWritten
        }
      }
      return { received, taken: true }
    })
  }

  /** All has arrived: puts it on the disk for good and gives its SHA-256. */
  seal(signal: AbortSignal): Promise<string> {
    return this.#inTurn(async () => {
      // Not there for a file of no bytes.
      this.#handle ??= await open(this.path, 'a')
      await this.#handle.datasync()
      await this.#closeHandle()
      if (this.#hash !== null && this.#hashed === this.#bytes) return this.#hash.copy().digest('hex')
      return sha256OfFile(this.path, signal)
    })
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#closeHandle())
  }

  #note(bytes: Uint8Array, at: number): void {
    if (this.#hash === null || this.#hashed !== at) {
      this.#hash = null
      return
    }
    this.#hash.update(bytes)
    this.#hashed += bytes.length
  }

  async #closeHandle(): Promise<void> {
    const handle = this.#handle
    this.#handle = undefined
    await handle?.close()
  }

  async #size(): Promise<number> {
    return stat(this.path).then(
      (facts) => facts.size,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return 0
        throw error
      },
    )
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(work)
    // The next one waits for the end of this, be it a fault; the fault is its own caller's.
    this.#queue = result.catch(() => undefined)
    return result
  }
}
