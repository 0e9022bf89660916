import type { Migration } from './migration.ts'

/**
 * Content of an imported transcript file beyond the transcript itself, so that an export can write it again.
 */
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
