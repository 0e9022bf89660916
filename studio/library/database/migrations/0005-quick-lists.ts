import type { Migration } from './migration.ts'

const TABLES = `
  CREATE INDEX recordings_by_added ON recordings (added_at_ms, number);
  CREATE INDEX recordings_by_seen ON recordings (seen);
  CREATE INDEX jobs_by_state ON jobs (state);
  CREATE INDEX speakers_by_name ON speakers (name) WHERE name IS NOT NULL;

  -- Of the card, what the list is filtered and ordered by.
  ALTER TABLE transcript_cards ADD COLUMN to_check INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE transcript_cards ADD COLUMN checked INTEGER NOT NULL DEFAULT 0;
  UPDATE transcript_cards SET
    to_check = coalesce(json_extract(card, '$.toCheck'), 0), checked = coalesce(json_extract(card, '$.checked'), 0);

  -- The same rule as before, asked of one recording without ranking the transcripts of all others.
  DROP VIEW current_transcripts;
  CREATE VIEW current_transcripts AS
    SELECT id, recording_id FROM transcripts WHERE NOT EXISTS (
      SELECT 1 FROM transcripts AS other WHERE other.recording_id = transcripts.recording_id AND (
        other.state = 'done',
        EXISTS (SELECT 1 FROM edits WHERE edits.transcript_id = other.id),
        other.number
      ) > (
        transcripts.state = 'done',
        EXISTS (SELECT 1 FROM edits WHERE edits.transcript_id = transcripts.id),
        transcripts.number
      )
    );
`

/** One card, one page of the list and the unfinished jobs can be read without reading all others. */
export const quickLists: Migration = {
  version: 5,
  name: 'quick lists',
  up: (database) => {
    database.exec(TABLES)
  },
}
