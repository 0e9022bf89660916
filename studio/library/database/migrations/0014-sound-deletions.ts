import type { Migration } from './migration.ts'

/**
 * Sounds that are to be deleted on a day, or were: `YYYY-MM-DD` by the calendar of the place. One of the two is known;
 * without a row the sound stays.
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
