import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { crc32, deflateRawSync } from 'node:zlib'

interface Entry {
  readonly name: Buffer
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly length: number
  readonly at: number
}

/** Largest file and archive without ZIP64, which some readers lack; also the largest file in a REFI-QDA project. */
export const MAX_ZIP_BYTES = 2 ** 31 - 1
const STORED = 0
const DEFLATED = 8
/** UTF-8 names. */
const FLAGS = 0x0800
const VERSION = 20
/** 1 January 1980: the same files give the same archive. */
const DAY = 0x0021

/**
 * Writes a ZIP archive (PKWARE APPNOTE) to a new file, one entry after another; files are copied in pieces, so that memory
 * does not grow with them.
 */
export class ZipWriter {
  readonly #file: FileHandle
  readonly #entries: Entry[] = []
  #at = 0

  private constructor(file: FileHandle) {
    this.#file = file
  }

  static async open(path: string): Promise<ZipWriter> {
    return new ZipWriter(await open(path, 'w'))
  }

  async addText(name: string, text: string): Promise<void> {
    const bytes = Buffer.from(text)
    const packed = deflateRawSync(bytes)
    await this.#begin(name, DEFLATED, crc32(bytes), packed.length, bytes.length)
    await this.#append(packed)
  }

  /** A file that is not compressed further. Rejects if it changes meanwhile; `onBytes` tells how many were copied. */
  async addFile(
    name: string,
    path: string,
    { signal, onBytes }: { readonly signal: AbortSignal; readonly onBytes?: (count: number) => void },
  ): Promise<void> {
    const start = this.#at
    // The checksum is before the content, so the header is written twice.
    await this.#begin(name, STORED, 0, 0, 0)
    let [crc, length] = [0, 0]
    for await (const piece of createReadStream(path, { signal, highWaterMark: 1 << 20 })) {
      const bytes = piece as Buffer
      crc = crc32(bytes, crc)
      length += bytes.length
      if (start + length > MAX_ZIP_BYTES) throw new RangeError('the archive is too large')
      await this.#append(bytes)
      onBytes?.(length)
    }
    const end = this.#at
    this.#entries.pop()
    this.#at = start
    await this.#begin(name, STORED, crc, length, length)
    this.#at = end
  }

  /** Writes the list of entries and closes the file. */
  async finish(): Promise<void> {
    const start = this.#at
    for (const { name, method, crc, packed, length, at } of this.#entries) {
      const header = Buffer.alloc(46)
      header.write('PK\u0001\u0002', 'latin1')
      header.writeUInt16LE(VERSION, 4)
      writeFacts(header, 6, { method, crc, packed, length, name })
      header.writeUInt32LE(at, 42)
      await this.#append(Buffer.concat([header, name]))
    }
    const end = Buffer.alloc(22)
    end.write('PK\u0005\u0006', 'latin1')
    end.writeUInt16LE(this.#entries.length, 8)
    end.writeUInt16LE(this.#entries.length, 10)
    end.writeUInt32LE(this.#at - start, 12)
    end.writeUInt32LE(start, 16)
    await this.#append(end)
    await this.#file.sync()
    await this.close()
  }

  /** Also of an archive that is not finished. */
  async close(): Promise<void> {
    await this.#file.close()
  }

  async #begin(name: string, method: number, crc: number, packed: number, length: number): Promise<void> {
    const entry = { name: Buffer.from(name), method, crc, packed, length, at: this.#at }
    this.#entries.push(entry)
    const header = Buffer.alloc(30)
    header.write('PK\u0003\u0004', 'latin1')
    writeFacts(header, 4, entry)
    await this.#append(Buffer.concat([header, entry.name]))
  }

  async #append(bytes: Uint8Array): Promise<void> {
    await this.#file.write(bytes, 0, bytes.length, this.#at)
    this.#at += bytes.length
  }
}

/** What a local header and the list of entries have in common, from `at` on. */
function writeFacts(
  header: Buffer,
  at: number,
  { method, crc, packed, length, name }: Omit<Entry, 'at'>,
): void {
  header.writeUInt16LE(VERSION, at)
  header.writeUInt16LE(FLAGS, at + 2)
  header.writeUInt16LE(method, at + 4)
  header.writeUInt16LE(DAY, at + 8)
  header.writeUInt32LE(crc, at + 10)
  header.writeUInt32LE(packed, at + 14)
  header.writeUInt32LE(length, at + 18)
  header.writeUInt16LE(name.length, at + 22)
}
