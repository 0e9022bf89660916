import type { Migration } from './migration.ts'

const published = (recordingId: string): string =>
  `(SELECT published_at_ms FROM recording_sources WHERE recording_id = ${recordingId})`
const date = (recordingId: string): string => `UPDATE listed_recordings
  SET dated_at_ms = coalesce(${published(recordingId)}, added_at_ms) WHERE recording_id = ${recordingId};`

/** The list is ordered by the day of publication, else by that of adding; triggers keep it. */
export const publicationDays: Migration = {
  version: 40,
  name: 'publication days',
  up: (database) => {
    database.exec(`
      ALTER TABLE listed_recordings ADD COLUMN dated_at_ms INTEGER NOT NULL DEFAULT 0;
      UPDATE listed_recordings SET dated_at_ms = coalesce(${published('listed_recordings.recording_id')}, added_at_ms);
      DROP INDEX listed_by_added;
      CREATE INDEX listed_by_date ON listed_recordings (dated_at_ms, number);
      DROP TRIGGER listed_insert;
      CREATE TRIGGER listed_insert AFTER INSERT ON recordings BEGIN
        INSERT INTO listed_recordings (number, recording_id, added_at_ms, duration_ms, dated_at_ms)
          VALUES (new.number, new.id, new.added_at_ms, 0, new.added_at_ms);
      END;
      DROP TRIGGER listed_added;
      CREATE TRIGGER listed_added AFTER UPDATE OF added_at_ms ON recordings BEGIN
        UPDATE listed_recordings SET added_at_ms = new.added_at_ms WHERE number = new.number;
        ${date('new.id')}
      END;
      CREATE TRIGGER listed_source_insert AFTER INSERT ON recording_sources BEGIN ${date('new.recording_id')} END;
      CREATE TRIGGER listed_source_update AFTER UPDATE ON recording_sources BEGIN
        ${date('old.recording_id')} ${date('new.recording_id')}
      END;
      CREATE TRIGGER listed_source_delete AFTER DELETE ON recording_sources BEGIN ${date('old.recording_id')} END;
    `)
  },
}
