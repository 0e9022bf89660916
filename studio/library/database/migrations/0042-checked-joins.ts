import type { Migration } from './migration.ts'

/** What was recognized to be wrong at the joins of a cut, by what is cut there: the cut of another join does not touch it. */
export const checkedJoins: Migration = {
  version: 42,
  name: 'checked joins',
  up: (database) => {
    database.exec(`
      CREATE TABLE checked_joins (
        transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
        join_key TEXT NOT NULL,
        recognized_by TEXT NOT NULL,
        clipped TEXT NOT NULL CHECK (json_valid(clipped)),
        still_audible TEXT NOT NULL CHECK (json_valid(still_audible)),
        PRIMARY KEY (transcript_id, join_key)
      ) STRICT;
    `)
  },
}
