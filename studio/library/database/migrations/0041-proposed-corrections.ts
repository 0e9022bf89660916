import type { Migration } from './migration.ts'

/** Corrections that a returned document or a review page proposes to a transcript. */
export const proposedCorrections: Migration = {
  version: 41,
  name: 'proposed corrections',
  up: (database) => {
    database.exec(`
      CREATE TABLE proposed_corrections (
        id TEXT PRIMARY KEY,
        transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
        read_at_ms INTEGER NOT NULL,
        corrections TEXT NOT NULL CHECK (json_valid(corrections))
      ) STRICT;
      CREATE INDEX proposed_corrections_of_transcript ON proposed_corrections (transcript_id, read_at_ms);
    `)
  },
}
