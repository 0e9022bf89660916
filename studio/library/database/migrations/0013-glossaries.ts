import type { Migration } from './migration.ts'

/** Names and terms as typed by a person, of the library (without a recording) and of recordings. */
export const glossaries: Migration = {
  version: 13,
  name: 'glossaries',
  up: (database) => {
    database.exec(`
      CREATE TABLE glossaries (
        id TEXT PRIMARY KEY,
        recording_id TEXT REFERENCES recordings (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        CHECK (id = ifnull(recording_id, 'library'))
      ) STRICT;
    `)
  },
}
