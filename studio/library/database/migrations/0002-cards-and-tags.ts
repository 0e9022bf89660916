import type { Migration } from './migration.ts'

const TABLES = `
  -- What a look at the file told (studio/sound/probe.ts); null until it was looked at.
  ALTER TABLE recordings ADD COLUMN media TEXT CHECK (media IS NULL OR json_valid(media));

  CREATE TABLE tags (
    recording_id TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (recording_id, tag)
  ) STRICT;

  -- The part of a recording's card that takes reading a whole transcript, as it was at that version.
  CREATE TABLE transcript_cards (
    transcript_id TEXT NOT NULL PRIMARY KEY REFERENCES transcripts (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    card TEXT NOT NULL CHECK (json_valid(card))
  ) STRICT;

  -- Time for which somebody held the job's lease, all runs together.
  ALTER TABLE jobs ADD COLUMN worked_ms INTEGER NOT NULL DEFAULT 0;
  -- Null in leases that an older program gave.
  ALTER TABLE leases ADD COLUMN since_ms INTEGER;
`

export const cardsAndTags: Migration = {
  version: 2,
  name: 'cards and tags',
  up: (database) => {
    database.exec(TABLES)
  },
}
