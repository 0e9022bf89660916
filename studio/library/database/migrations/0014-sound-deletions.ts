import type { Migration } from './migration.ts'

/**
 * Sounds to be deleted on a day, or already deleted: `YYYY-MM-DD` in local time. One of the two days is set;
 * without a row the sound is kept.
 */
export const soundDeletions: Migration = {
  version: 14,
  name: 'sound-deletions',
  up: (database) => {
    database.exec(`
      CREATE TABLE sound_deletions (
        recording_id TEXT PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
        due_on TEXT CHECK (due_on IS date(due_on)),
        deleted_on TEXT CHECK (deleted_on IS date(deleted_on)),
        CHECK ((due_on IS NULL) <> (deleted_on IS NULL))
      ) STRICT;
    `)
  },
}
