import { createReadStream } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { WAV_HEADER_BYTES } from './wav-header.ts'

/** The sound of closed parts as one stream of PCM16. */
export async function* readParts(folder: string, files: readonly string[]): AsyncGenerator<Buffer> {
  for (const file of files) {
    const stream = createReadStream(path.join(folder, file), {
      start: WAV_HEADER_BYTES,
      highWaterMark: 1 << 18,
    })
    yield* stream as AsyncIterable<Buffer>
  }
}

/** Reads a stream in pieces of any requested size. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(stream: Readable | AsyncIterable<Buffer>) {
    this.#chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
  }

  /** Fewer bytes only at the end. */
  async read(bytes: number): Promise<Buffer> {
    const gathered: Buffer[] = [this.#rest]
    let length = this.#rest.length
    while (length < bytes) {
      const { value, done } = await this.#chunks.next()
      if (done === true) break
      gathered.push(value)
      length += value.length
    }
    const all = Buffer.concat(gathered)
    this.#rest = all.subarray(bytes)
    return all.subarray(0, bytes)
  }
}
