import { z } from 'zod'
import { Fault } from '#contracts/errors'
import type { BackupWriter } from './backup-file.ts'

/** A file in a backup; its bytes follow. */
const Entry = z.object({
  /** Relative to the library's folder; `originals/ID/NAME` is a recording's file outside it. */
  path: z.string(),
  bytes: z.number().int().nonnegative(),
  mtimeMs: z.number(),
})
export type Entry = z.infer<typeof Entry>

const MAX_HEAD_BYTES = 64 * 1024

/** The name of the entry that ends the list. */
const END = ''

export async function addEntry(
  writer: BackupWriter,
  entry: Entry,
  content: AsyncIterable<Buffer>,
): Promise<void> {
  // Never write a backup that could not be restored.
  if (!isAllowed(entry.path)) throw new Fault('backup.file-name', { file: entry.path })
  await addHead(writer, entry)
  let written = 0
  for await (const bytes of content) {
    written += bytes.length
    if (written > entry.bytes) break
    await writer.add(bytes)
  }
  if (written !== entry.bytes) throw new Fault('media.changed', { file: entry.path })
}

export const endEntries = (writer: BackupWriter): Promise<void> =>
  addHead(writer, { path: END, bytes: 0, mtimeMs: 0 })

async function addHead(writer: BackupWriter, entry: Entry): Promise<void> {
  const json = Buffer.from(JSON.stringify(entry))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  await writer.add(length)
  await writer.add(json)
}

/**
 * Calls `onEntry` for each entry with its bytes, all of which it must read. Fault `backup.damaged` if the
 * stream is not a list of entries, or names a file outside the library's folders.
 */
export async function eachEntry(
  blocks: AsyncIterable<Buffer>,
  name: string,
  onEntry: (entry: Entry, content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const reader = new ByteReader(blocks, () => new Fault('backup.damaged', { file: name }))
  const seen = new Set<string>()
  for (;;) {
    const length = (await reader.take(4)).readUInt32BE()
    if (length > MAX_HEAD_BYTES) throw reader.damaged()
    const entry = entryOf((await reader.take(length)).toString('utf8'))
    if (entry === null) throw reader.damaged()
    if (entry.path === END) break
    const known = entry.path.normalize('NFC').toLowerCase()
    if (!isAllowed(entry.path) || seen.has(known)) throw reader.damaged()
    seen.add(known)
    await onEntry(entry, reader.stream(entry.bytes))
  }
  await reader.expectEnd()
}

function entryOf(json: string): Entry | null {
  try {
    return Entry.parse(JSON.parse(json))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null
    throw error
  }
}

/** Accepts only names that a backup writes: no path leads out of the restored folder. */
function isAllowed(path: string): boolean {
  const parts = path.split('/')
  const areNames = parts.every((part) => /^[^\\/:\0]+$/u.test(part) && part !== '.' && part !== '..')
  if (!areNames) return false
  if (parts.length === 1) return path === 'manifest.json' || path === 'library.db'
  if (parts[0] === 'originals') return parts.length === 3
  return ['media', 'recordings', 'texts'].includes(parts[0] ?? '')
}

/** Reads counted bytes from a stream of blocks of any size. */
class ByteReader {
  readonly damaged: () => Fault
  readonly #blocks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(blocks: AsyncIterable<Buffer>, damaged: () => Fault) {
    this.#blocks = blocks[Symbol.asyncIterator]()
    this.damaged = damaged
  }

  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for await (const part of this.stream(count)) parts.push(part)
    return Buffer.concat(parts)
  }

  async *stream(count: number): AsyncGenerator<Buffer, void, undefined> {
    for (let left = count; left > 0;) {
      if (this.#rest.length === 0) {
        const next = await this.#blocks.next()
        if (next.done === true) throw this.damaged()
        this.#rest = next.value
        continue
      }
      const part = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(part.length)
      left -= part.length
      yield part
    }
  }

  /** Also reads the last block, so that it is verified. */
  async expectEnd(): Promise<void> {
    for (;;) {
      if (this.#rest.length > 0) throw this.damaged()
      const next = await this.#blocks.next()
      if (next.done === true) return
      this.#rest = next.value
    }
  }
}
