import type { Migration } from './migration.ts'

/** Start times of the shots in a recording's video, in ms; no row before they are detected. */
export const shots: Migration = {
  version: 9,
  name: 'shots',
  up: (database) => {
    database.exec(`
      CREATE TABLE shots (
        recording_id TEXT PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
        times_ms TEXT NOT NULL CHECK (json_valid(times_ms))
      ) STRICT;
    `)
  },
}
