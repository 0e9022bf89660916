import { placeAllTitles } from '../title-order.ts'
import type { Migration } from './migration.ts'

/** From the first decoded track, else as recorded. */
const duration = (recordingId: string): string => `coalesce(
    (SELECT duration_ms FROM tracks WHERE recording_id = ${recordingId} ORDER BY track_index LIMIT 1),
    (SELECT duration_ms FROM recorded WHERE recording_id = ${recordingId}), 0)`

/** From the counts of the current transcript, once it is done. */
const ofCounts = (what: string, recordingId: string): string => `(SELECT ${what} FROM current_transcripts
    JOIN transcripts ON transcripts.id = current_transcripts.id AND transcripts.state = 'done'
    JOIN transcript_places ON transcript_places.transcript_id = current_transcripts.id
    WHERE current_transcripts.recording_id = ${recordingId})`

/** A transcript without words has nothing to check. */
const FILTER = `CASE WHEN to_check > 0 THEN 'to-check' WHEN EXISTS (
    SELECT 1 FROM paragraphs WHERE paragraphs.transcript_id = current_transcripts.id AND kind = 'speech' AND text <> ''
  ) THEN 'checked' END`
/** With nothing to check, it counts as fully checked. */
const SHARE = 'coalesce(1.0 * checked / nullif(to_check + checked, 0), 1)'

const count = (recordingId: string): string => `UPDATE listed_recordings SET
    filter = ${ofCounts(FILTER, recordingId)},
    share_checked = coalesce(${ofCounts(SHARE, recordingId)}, 2)
  WHERE recording_id = ${recordingId};`
const countOf = (transcriptId: string): string =>
  count(`(SELECT recording_id FROM current_transcripts WHERE id = ${transcriptId})`)
const measure = (recordingId: string): string =>
  `UPDATE listed_recordings SET duration_ms = ${duration(recordingId)} WHERE recording_id = ${recordingId};`

const TABLES = `
  -- A narrow row for each recording with what the list is ordered and filtered by; triggers keep it.
  CREATE TABLE listed_recordings (
    number INTEGER PRIMARY KEY REFERENCES recordings (number) ON DELETE CASCADE,
    recording_id TEXT NOT NULL UNIQUE,
    added_at_ms INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    -- Null: not counted yet, not done, or without words.
    filter TEXT CHECK (filter IN ('to-check', 'checked')),
    -- 0 to 1; 2: not known.
    share_checked REAL NOT NULL DEFAULT 2,
    -- Rises in the order of titles (title-order.ts); null: not placed since the title changed.
    title_place INTEGER
  ) STRICT;
  INSERT INTO listed_recordings (number, recording_id, added_at_ms, duration_ms, filter, share_checked)
    SELECT number, id, added_at_ms, ${duration('recordings.id')}, ${ofCounts(FILTER, 'recordings.id')},
      coalesce(${ofCounts(SHARE, 'recordings.id')}, 2)
    FROM recordings;

  CREATE INDEX listed_by_added ON listed_recordings (added_at_ms, number);
  CREATE INDEX listed_by_duration ON listed_recordings (duration_ms, added_at_ms, number);
  CREATE INDEX listed_by_share ON listed_recordings (share_checked, added_at_ms DESC, number DESC);
  CREATE INDEX listed_by_title ON listed_recordings (title_place);
  CREATE INDEX listed_by_filter ON listed_recordings (filter) WHERE filter IS NOT NULL;
  CREATE INDEX listed_without_place ON listed_recordings (number) WHERE title_place IS NULL;
  CREATE INDEX tags_by_tag ON tags (tag, recording_id);

  CREATE TRIGGER listed_insert AFTER INSERT ON recordings BEGIN
    INSERT INTO listed_recordings (number, recording_id, added_at_ms, duration_ms)
      VALUES (new.number, new.id, new.added_at_ms, 0);
  END;
  CREATE TRIGGER listed_added AFTER UPDATE OF added_at_ms ON recordings BEGIN
    UPDATE listed_recordings SET added_at_ms = new.added_at_ms WHERE number = new.number;
  END;
  CREATE TRIGGER listed_title AFTER UPDATE OF title ON recordings WHEN new.title IS NOT old.title BEGIN
    UPDATE listed_recordings SET title_place = NULL WHERE number = new.number;
  END;
  CREATE TRIGGER listed_track_insert AFTER INSERT ON tracks BEGIN ${measure('new.recording_id')} END;
  CREATE TRIGGER listed_track_update AFTER UPDATE ON tracks BEGIN
    ${measure('old.recording_id')} ${measure('new.recording_id')}
  END;
  CREATE TRIGGER listed_track_delete AFTER DELETE ON tracks BEGIN ${measure('old.recording_id')} END;
  CREATE TRIGGER listed_recorded_insert AFTER INSERT ON recorded BEGIN ${measure('new.recording_id')} END;
  CREATE TRIGGER listed_recorded_update AFTER UPDATE ON recorded BEGIN
    ${measure('old.recording_id')} ${measure('new.recording_id')}
  END;
  CREATE TRIGGER listed_recorded_delete AFTER DELETE ON recorded BEGIN ${measure('old.recording_id')} END;
  -- A change of a transcript's state renews which one is current.
  CREATE TRIGGER listed_current_insert AFTER INSERT ON current_transcripts BEGIN ${count('new.recording_id')} END;
  CREATE TRIGGER listed_current_delete AFTER DELETE ON current_transcripts BEGIN ${count('old.recording_id')} END;
  CREATE TRIGGER listed_places_insert AFTER INSERT ON transcript_places BEGIN ${countOf('new.transcript_id')} END;
  CREATE TRIGGER listed_places_update AFTER UPDATE ON transcript_places BEGIN ${countOf('new.transcript_id')} END;
  CREATE TRIGGER listed_places_delete AFTER DELETE ON transcript_places BEGIN ${countOf('old.transcript_id')} END;
`

/**
 * The first page and the counts of a list of a hundred thousand recordings, in any order, without reading all
 * of them.
 */
export const listedRecordings: Migration = {
  version: 25,
  name: 'listed recordings',
  up: (database) => {
    database.exec(TABLES)
    placeAllTitles(database)
  },
}
