import Database from 'better-sqlite3'
import { closeSync, fstatSync, openSync, readSync, rmSync, writeSync } from 'node:fs'

/**
 * Replaces the unreadable schema of `copy` with that of `pattern`, a new database of the same version. The
 * same migrations made both, so their tables start on the same pages; where they do not, the content of those
 * pages is not a valid row and is left out. A truncated copy gets the missing pages too: SQLite refuses the
 * whole schema if a table begins after the end.
 */
export function replaceSchema(pattern: string, copy: string): void {
  const { pages, pageBytes } = schemaPages(pattern)
  // Otherwise the WAL's pages would override the transplanted ones.
  rmSync(`${copy}-wal`, { force: true })
  rmSync(`${copy}-shm`, { force: true })
  const from = openSync(pattern, 'r')
  const to = openSync(copy, 'r+')
  try {
    const page = Buffer.alloc(pageBytes)
    const pagesOf = (file: number): number => Math.floor(fstatSync(file).size / pageBytes)
    const first = pagesOf(to) + 1
    const missing = Array.from({ length: Math.max(0, pagesOf(from) - first + 1) }, (_, n) => first + n)
    for (const number of new Set([...pages, ...missing])) {
      const at = (number - 1) * pageBytes
      readSync(from, page, 0, pageBytes, at)
      // A size of 0 makes SQLite use the size of the file (SQLite file format §1.3.8).
      if (number === 1) page.writeUInt32BE(0, 28)
      writeSync(to, page, 0, pageBytes, at)
    }
  } finally {
    closeSync(from)
    closeSync(to)
  }
}

function schemaPages(file: string): { pages: number[]; pageBytes: number } {
  const database = new Database(file, { readonly: true })
  try {
    const rows = database
      .prepare<[], { pageno: number }>(
        "SELECT pageno FROM dbstat WHERE name = 'sqlite_schema' ORDER BY pageno",
      )
      .all()
    return {
      pages: rows.map((row) => row.pageno),
      pageBytes: database.pragma('page_size', { simple: true }) as number,
    }
  } finally {
    database.close()
  }
}
