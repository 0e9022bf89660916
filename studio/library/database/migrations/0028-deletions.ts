import type { Migration } from './migration.ts'

/**
 * Unfinished deletions, written in the transaction that deletes their rows. The recording may be gone:
 * nothing refers to it. A killed older program may have left files of sounds that it had deleted.
 */
export const deletions: Migration = {
  version: 28,
  name: 'deletions',
  up: (database) => {
    database.exec(`
      CREATE TABLE deletions (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        recording_id TEXT NOT NULL,
        -- Files and folders below the library's, with / between names.
        places TEXT NOT NULL CHECK (json_valid(places)),
        -- Title and paths, which logs may hold.
        names TEXT NOT NULL CHECK (json_valid(names)),
        in_backups INTEGER NOT NULL CHECK (in_backups IN (0, 1))
      ) STRICT;
      CREATE INDEX deletions_by_recording ON deletions (recording_id);
    `)
    const insert = database.prepare(
      'INSERT INTO deletions (recording_id, places, names, in_backups) VALUES (?, ?, ?, 0)',
    )
    for (const { id, path } of database
      .prepare<[], { id: string; path: string }>(
        'SELECT id, path FROM sound_deletions JOIN recordings ON id = recording_id WHERE deleted_on IS NOT NULL',
      )
      .all()) {
      const [name, folder, media] = path.split(/[\\/]/u).toReversed()
      const isOwn = name !== undefined && folder !== undefined && media === 'media'
      insert.run(id, JSON.stringify([...(isOwn ? [`media/${folder}`] : []), `cache/${id}`]), '[]')
    }
  },
}
