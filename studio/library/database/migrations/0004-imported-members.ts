import type { Migration } from './migration.ts'

/** What a file that was opened as a transcript held beside the transcript, so that an export gives it back. */
export const importedMembers: Migration = {
  version: 4,
  name: 'imported members',
  up: (database) => {
    database.exec(`
      CREATE TABLE imported_members (
        transcript_id TEXT NOT NULL PRIMARY KEY REFERENCES transcripts (id) ON DELETE CASCADE,
        members TEXT NOT NULL CHECK (json_valid(members))
      ) STRICT;
      CREATE INDEX transcripts_by_settings ON transcripts (recording_id, settings_key);
    `)
  },
}
