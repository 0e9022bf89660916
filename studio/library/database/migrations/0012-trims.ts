import type { Migration } from './migration.ts'

/** The part of a recording that is kept, in ms of the whole; without a row, all of it is kept. */
export const trims: Migration = {
  version: 12,
  name: 'trims',
  up: (database) => {
    database.exec(`
      CREATE TABLE trims (
        recording_id TEXT PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
        start_ms INTEGER NOT NULL CHECK (start_ms >= 0),
        end_ms INTEGER NOT NULL CHECK (end_ms > start_ms)
      ) STRICT;
    `)
  },
}
