import { fstatSync, fsyncSync, readSync, writeSync } from 'node:fs'

/** Bytes read at once; a divisor of the offset that SQLite locks. */
const CHUNK_BYTES = 2 ** 23
/** Offset of SQLite's lock bytes, in a page without content; Windows prevents reading it while locked. */
const LOCKED_AT = 2 ** 30
/** The first byte of b-tree pages; overflow and free pages begin with a page number. */
const TREE_PAGES: ReadonlySet<number> = new Set([2, 5, 10, 13])
/** Page numbers from here on can begin with such a byte. */
export const MAX_PAGES = 2 ** 25

/**
 * Overwrites with zeros the space between cell pointers and cells on b-tree pages: nothing reads it, but
 * SQLite leaves copies there of cells that it moved to other pages, which `secure_delete` does not overwrite.
 * Writes only those bytes, so that kills and concurrent reads do no harm. The caller must block other
 * writers, all of the database must be in this file, and it must have fewer pages than `MAX_PAGES`.
 * (https://sqlite.org/fileformat2.html, 1.6)
 * @returns where to continue after `mostBytes`, null at the end of the file
 */
export function zeroUnusedBytes(file: number, fromByte: number, mostBytes: number): number | null {
  const { size } = fstatSync(file)
  const pageSize = pageSizeOf(file)
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
  const end = Math.min(size, fromByte + Math.ceil(mostBytes / CHUNK_BYTES) * CHUNK_BYTES)
  for (let at = fromByte; at < end; at += CHUNK_BYTES) {
    const start = at === LOCKED_AT ? at + pageSize : at
    const length = Math.min(at + CHUNK_BYTES, size) - start
    if (length <= 0 || readSync(file, chunk, 0, length, start) < length) continue
    for (let page = 0; page + pageSize <= length; page += pageSize)
      zeroInPage(file, chunk.subarray(page, page + pageSize), start + page)
  }
  fsyncSync(file)
  return end < size ? end : null
}

/** `pageSize` bytes, located at `at` in the file. */
function zeroInPage(file: number, page: Buffer, at: number): void {
  // The first page begins with the file's header.
  const header = at === 0 ? 100 : 0
  const kind = page[header] ?? 0
  if (!TREE_PAGES.has(kind)) return
  const isInner = kind === 2 || kind === 5
  const from = header + (isInner ? 12 : 8) + 2 * page.readUInt16BE(header + 3)
  const to = page.readUInt16BE(header + 5) || 65_536
  // Leave a damaged page to the check that will find it.
  if (to > page.length || from >= to) return
  const unused = page.subarray(from, to)
  if (unused.some((byte) => byte !== 0)) writeSync(file, unused.fill(0), 0, unused.length, at + from)
}

function pageSizeOf(file: number): number {
  const bytes = Buffer.alloc(2)
  readSync(file, bytes, 0, 2, 16)
  const size = bytes.readUInt16BE()
  return size === 1 ? 65_536 : size
}
