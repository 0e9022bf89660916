import type { Migration } from './migration.ts'

/** The recording's current transcript. */
const current = (recordingId: string): string => `
  DELETE FROM current_transcripts WHERE recording_id = ${recordingId};
  INSERT INTO current_transcripts (recording_id, id)
    SELECT recording_id, id FROM transcripts WHERE recording_id = ${recordingId}
      AND EXISTS (SELECT 1 FROM recordings WHERE recordings.id = ${recordingId})
    ORDER BY state = 'done' DESC, rank DESC,
      EXISTS (SELECT 1 FROM edits WHERE edits.transcript_id = transcripts.id) DESC, number DESC
    LIMIT 1;`

const ofTranscript = (transcriptId: string): string =>
  current(`(SELECT recording_id FROM transcripts WHERE id = ${transcriptId})`)

/** A transcript requested for a range of time, of a recording that is not trimmed to it. */
const IS_PART = `
  coalesce(json_extract(run, '$.settings.fromMs'), 0) >
    coalesce((SELECT start_ms FROM trims WHERE trims.recording_id = transcripts.recording_id), 0)
  OR coalesce(json_extract(run, '$.settings.toMs') < coalesce(
    (SELECT end_ms FROM trims WHERE trims.recording_id = transcripts.recording_id),
    (SELECT max(duration_ms) FROM tracks WHERE tracks.recording_id = transcripts.recording_id)), 0)`

const TABLES = `
  -- 1: a person chose it as the current one. 0: as usual. -1: it is the current one only if there is no other: a part of the
  -- recording, or a text that was aligned and that nobody chose.
  ALTER TABLE transcripts ADD COLUMN rank INTEGER NOT NULL DEFAULT 0 CHECK (rank IN (-1, 0, 1));
  UPDATE transcripts SET rank = -1 WHERE ${IS_PART};

  DROP TRIGGER current_after_insert;
  DROP TRIGGER current_after_update;
  DROP TRIGGER current_after_delete;
  DROP TRIGGER current_after_edit;
  DROP TRIGGER current_after_edits;
  CREATE TRIGGER current_after_insert AFTER INSERT ON transcripts BEGIN ${current('new.recording_id')} END;
  CREATE TRIGGER current_after_update AFTER UPDATE OF state, number, recording_id, rank ON transcripts
    WHEN new.state IS NOT old.state OR new.number IS NOT old.number OR new.recording_id IS NOT old.recording_id
      OR new.rank IS NOT old.rank
    BEGIN ${current('old.recording_id')} ${current('new.recording_id')} END;
  CREATE TRIGGER current_after_delete AFTER DELETE ON transcripts BEGIN ${current('old.recording_id')} END;
  CREATE TRIGGER current_after_edit AFTER INSERT ON edits
    WHEN (SELECT count(*) FROM (SELECT 1 FROM edits WHERE transcript_id = new.transcript_id LIMIT 2)) = 1
    BEGIN ${ofTranscript('new.transcript_id')} END;
  CREATE TRIGGER current_after_edits AFTER DELETE ON edits
    WHEN NOT EXISTS (SELECT 1 FROM edits WHERE transcript_id = old.transcript_id)
    BEGIN ${ofTranscript('old.transcript_id')} END;
  UPDATE current_transcripts SET id = (
    SELECT id FROM transcripts WHERE transcripts.recording_id = current_transcripts.recording_id
    ORDER BY state = 'done' DESC, rank DESC,
      EXISTS (SELECT 1 FROM edits WHERE edits.transcript_id = transcripts.id) DESC, number DESC
    LIMIT 1);
`

/** A transcript of a part, or an aligned text, replaces no other until a person chooses it. */
export const chosenTranscripts: Migration = {
  version: 29,
  name: 'chosen transcripts',
  up: (database) => {
    database.exec(TABLES)
  },
}
