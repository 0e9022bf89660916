import type { Migration } from './migration.ts'

/**
 * Text while recording, including the person's changes, as JSON; `taken_by`: the transcript that took over
 * the changes, and `lost`: those without a place in it that the person has not dismissed yet.
 */
export const liveTexts: Migration = {
  version: 17,
  name: 'live-texts',
  up: (database) => {
    database.exec(`
      CREATE TABLE live_texts (
        recording_id TEXT PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
        record TEXT NOT NULL CHECK (json_valid(record)),
        taken_by TEXT,
        lost TEXT CHECK (json_valid(lost))
      ) STRICT;
    `)
  },
}
