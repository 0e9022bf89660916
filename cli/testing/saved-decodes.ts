import path from 'node:path'
import Database from 'better-sqlite3'

/** How many decodes the library in `home` holds, looked at beside whatever program writes it. */
export function savedDecodes(home: string): number {
  const database = new Database(path.join(home, 'library.db'), { readonly: true })
  try {
    return Number(database.prepare(`SELECT count(*) FROM chunks WHERE kind = 'words'`).pluck().get())
  } finally {
    database.close()
  }
}
