import type { Migration } from './migration.ts'

const CORRECTED = `EXISTS (SELECT 1 FROM edits
      WHERE edits.transcript_id = transcripts.id AND edits.step_id NOT LIKE 'redactions-%')`

const ORDER = `ORDER BY state = 'done' DESC, rank DESC, ${CORRECTED} DESC, number DESC LIMIT 1`

/** The recording's current transcript. */
const current = (recordingId: string): string => `
  DELETE FROM current_transcripts WHERE recording_id = ${recordingId};
  INSERT INTO current_transcripts (recording_id, id)
    SELECT recording_id, id FROM transcripts WHERE recording_id = ${recordingId}
      AND EXISTS (SELECT 1 FROM recordings WHERE recordings.id = ${recordingId})
    ${ORDER};`

const ofTranscript = (transcriptId: string): string =>
  current(`(SELECT recording_id FROM transcripts WHERE id = ${transcriptId})`)

const ofPerson = (transcriptId: string): string =>
  `SELECT 1 FROM edits WHERE transcript_id = ${transcriptId} AND step_id NOT LIKE 'redactions-%'`

const TABLES = `
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
  -- The first edit of a person, and the last that goes.
  CREATE TRIGGER current_after_edit AFTER INSERT ON edits
    WHEN new.step_id NOT LIKE 'redactions-%'
      AND (SELECT count(*) FROM (${ofPerson('new.transcript_id')} LIMIT 2)) = 1
    BEGIN ${ofTranscript('new.transcript_id')} END;
  CREATE TRIGGER current_after_edits AFTER DELETE ON edits
    WHEN old.step_id NOT LIKE 'redactions-%' AND NOT EXISTS (${ofPerson('old.transcript_id')})
    BEGIN ${ofTranscript('old.transcript_id')} END;
  UPDATE current_transcripts SET id = (
    SELECT id FROM transcripts WHERE transcripts.recording_id = current_transcripts.recording_id ${ORDER})
  WHERE recording_id IN (
    SELECT recording_id FROM transcripts JOIN edits ON edits.transcript_id = transcripts.id
    WHERE edits.step_id LIKE 'redactions-%');
`

/**
 * Redactions that a new transcript takes over from another are not corrections by a person: it does not
 * replace a corrected one.
 */
export const takenRedactions: Migration = {
  version: 33,
  name: 'taken redactions',
  up: (database) => {
    database.exec(TABLES)
  },
}
