import path from 'node:path'
import Database from 'better-sqlite3'

/** A key is `sound:place:model:settings`; the sound and the settings are hashes of fixed length. */
const PLACES = `SELECT count(DISTINCT substr(key, 1, length(key) - 16)) FROM chunks WHERE kind = 'words'`

/**
 * Number of decodes in the library in `home`, read while a program may be writing to it. A decode that detected its
 * language is stored twice (also under that language) and counts once.
 */
export function savedDecodes(home: string): number {
  const database = new Database(path.join(home, 'library.db'), { readonly: true })
  try {
    return Number(database.prepare(PLACES).pluck().get())
  } finally {
    database.close()
  }
}
