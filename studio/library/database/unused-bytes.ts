import { fstatSync, fsyncSync, readSync, writeSync } from 'node:fs'

/** Read at once; a divisor of the place that SQLite locks. */
const CHUNK_BYTES = 2 ** 23
/** SQLite locks bytes of the page here, which holds nothing; Windows lets nobody read them meanwhile. */
const LOCKED_AT = 2 ** 30
/** The first byte of pages of trees; an overflow page or a free one begins with the number of a page. */
const TREE_PAGES: ReadonlySet<number> = new Set([2, 5, 10, 13])
/** Numbers from here on begin with such a byte. */
export const MOST_PAGES = 2 ** 25

/**
 * Overwrites with zeros what pages of trees hold between the places of their cells and the cells: nothing reads it, but
 * SQLite leaves copies there of cells that it moved to other pages, which `secure_delete` does not overwrite. Only those
 * bytes are written, so that it does not matter where a program is killed, or what is read meanwhile. Whoever calls it keeps
 * others from writing, all of the database is in this file, and it has fewer pages than `MOST_PAGES`. (https://sqlite.org/fileformat2.html, 1.6)
 * @returns where to go on after `mostBytes`, null at the end of the file
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

/** `pageSize` bytes that are at `at` in the file. */
function zeroInPage(file: number, page: Buffer, at: number): void {
  // The first page begins with the header of the file.
  const header = at === 0 ? 100 : 0
  const kind = page[header] ?? 0
  if (!TREE_PAGES.has(kind)) return
  const isInner = kind === 2 || kind === 5
  const from = header + (isInner ? 12 : 8) + 2 * page.readUInt16BE(header + 3)
  const to = page.readUInt16BE(header + 5) || 65_536
  // A damaged page is left to the check that finds it.
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
