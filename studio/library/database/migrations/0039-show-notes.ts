import type { Migration } from './migration.ts'

/** The notes of an episode as a person edited them. */
export const showNotes: Migration = {
  version: 39,
  name: 'show notes',
  up: (database) => {
    database.exec(`
      CREATE TABLE show_notes (
        recording_id TEXT PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
        -- Markdown.
        text TEXT NOT NULL
      ) STRICT;
    `)
  },
}
