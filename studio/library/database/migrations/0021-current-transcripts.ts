import type { Migration } from './migration.ts'

/** The recording's current transcript, by the rule of the former view. */
const current = (recordingId: string): string => `
  DELETE FROM current_transcripts WHERE recording_id = ${recordingId};
  INSERT INTO current_transcripts (recording_id, id)
    SELECT recording_id, id FROM transcripts WHERE recording_id = ${recordingId}
      AND EXISTS (SELECT 1 FROM recordings WHERE recordings.id = ${recordingId})
    ORDER BY state = 'done' DESC, EXISTS (SELECT 1 FROM edits WHERE edits.transcript_id = transcripts.id) DESC,
      number DESC
    LIMIT 1;`

const ofTranscript = (transcriptId: string): string =>
  current(`(SELECT recording_id FROM transcripts WHERE id = ${transcriptId})`)

const TABLES = `
  -- Which of a recording's transcripts is shown and searched, stored: lists and searches of many recordings asked for it
  -- again and again.
  CREATE TEMP TABLE former_current AS SELECT recording_id, id FROM current_transcripts;
  DROP VIEW current_transcripts;
  CREATE TABLE current_transcripts (
    recording_id TEXT NOT NULL PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
    id TEXT NOT NULL UNIQUE REFERENCES transcripts (id) ON DELETE CASCADE
  ) STRICT;
  INSERT INTO current_transcripts (recording_id, id) SELECT recording_id, id FROM former_current;
  DROP TABLE former_current;

  CREATE TRIGGER current_after_insert AFTER INSERT ON transcripts BEGIN ${current('new.recording_id')} END;
  CREATE TRIGGER current_after_update AFTER UPDATE OF state, number, recording_id ON transcripts
    WHEN new.state IS NOT old.state OR new.number IS NOT old.number OR new.recording_id IS NOT old.recording_id
    BEGIN ${current('old.recording_id')} ${current('new.recording_id')} END;
  CREATE TRIGGER current_after_delete AFTER DELETE ON transcripts BEGIN ${current('old.recording_id')} END;
  -- The first edit of a transcript, and the last that goes.
  CREATE TRIGGER current_after_edit AFTER INSERT ON edits
    WHEN (SELECT count(*) FROM (SELECT 1 FROM edits WHERE transcript_id = new.transcript_id LIMIT 2)) = 1
    BEGIN ${ofTranscript('new.transcript_id')} END;
  CREATE TRIGGER current_after_edits AFTER DELETE ON edits
    WHEN NOT EXISTS (SELECT 1 FROM edits WHERE transcript_id = old.transcript_id)
    BEGIN ${ofTranscript('old.transcript_id')} END;
`

/** Libraries of a hundred thousand recordings are listed and searched without ranking transcripts. */
export const currentTranscripts: Migration = {
  version: 21,
  name: 'current transcripts',
  up: (database) => {
    database.exec(TABLES)
  },
}
