import path from 'node:path'
import Database from 'better-sqlite3'

/** A key is `sound:place:model:settings`; the sound and the settings are hashes, all of one length. */
const PLACES = `SELECT count(DISTINCT substr(key, 1, length(key) - 16)) FROM chunks WHERE kind = 'words'`

/**
 * How many decodes the library in `home` holds, looked at beside whatever program writes it. One that found its
 * language by itself lies there twice (under that language too), and counts once.
 */
export function savedDecodes(home: string): number {
  const database = new Database(path.join(home, 'library.db'), { readonly: true })
  try {
    return Number(database.prepare(PLACES).pluck().get())
  } finally {
    database.close()
  }
}
