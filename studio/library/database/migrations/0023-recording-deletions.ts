import type { Migration } from './migration.ts'

/** Recordings to be deleted with everything on a day, `YYYY-MM-DD` in local time. */
export const recordingDeletions: Migration = {
  version: 23,
  name: 'recording-deletions',
  up: (database) => {
    database.exec(`
      CREATE TABLE recording_deletions (
        recording_id TEXT PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
        due_on TEXT NOT NULL CHECK (due_on IS date(due_on))
      ) STRICT;
    `)
  },
}
