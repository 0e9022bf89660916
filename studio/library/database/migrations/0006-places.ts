import type { Migration } from './migration.ts'

const TABLES = `
  -- JSON of core's DoubtEvidence: what doubts are based on besides the words, the same as for the list to check.
  CREATE TABLE transcript_evidence (
    transcript_id TEXT NOT NULL PRIMARY KEY REFERENCES transcripts (id) ON DELETE CASCADE,
    evidence TEXT NOT NULL CHECK (json_valid(evidence))
  ) STRICT;

  -- How many places the list to check had at that version of the transcript.
  CREATE TABLE transcript_places (
    transcript_id TEXT NOT NULL PRIMARY KEY REFERENCES transcripts (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    to_check INTEGER NOT NULL,
    checked INTEGER NOT NULL
  ) STRICT;

  -- These columns counted words, not places.
  ALTER TABLE transcript_cards DROP COLUMN to_check;
  ALTER TABLE transcript_cards DROP COLUMN checked;
`

/** Cards show the number of places to check; existing transcripts are counted when they are listed. */
export const places: Migration = {
  version: 6,
  name: 'places to check',
  up: (database) => {
    database.exec(TABLES)
  },
}
