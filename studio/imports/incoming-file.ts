import { createHash, type Hash } from 'node:crypto'
import { open, type FileHandle, stat } from 'node:fs/promises'
import { Fault } from '#contracts/errors'
import { sha256OfFile } from '../files/sha256-of-file.ts'

export interface PartOutcome {
  /** Bytes received so far. */
  readonly received: number
  /** False: the part did not start where the last one ended; the sender continues at `received`. */
  readonly taken: boolean
}

/**
 * A file received in consecutive parts and hashed on the way. The file's size gives the bytes received; the hash is
 * recomputed from the file if this program did not receive it from the first byte.
 */
export class IncomingFile {
  readonly path: string
  readonly #bytes: number
  #handle: FileHandle | undefined
  #hash: Hash | null = null
  #hashed = 0
  /** Parts are handled one at a time: two pages may send the same file. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(file: string, bytes: number) {
    this.path = file
    this.#bytes = bytes
  }

  /** Waits for a part in progress. */
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
          // Only written bytes are hashed: on a full disk a chunk may be written partially.
          this.#note(chunk.subarray(written, written + bytesWritten), received)
          written += bytesWritten
          received += bytesWritten
        }
      }
      return { received, taken: true }
    })
  }

  /** Call when everything has arrived: syncs the file to disk and returns its SHA-256. */
  seal(signal: AbortSignal): Promise<string> {
    return this.#inTurn(async () => {
      // Not open yet if the file is empty.
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
    // The next task waits for this one even if it fails; its fault goes to its own caller.
    this.#queue = result.catch(() => undefined)
    return result
  }
}
