import type { Migration } from './migration.ts'

/** When a person marked a transcript as checked; null: never, or no longer. */
export const checkedTranscripts: Migration = {
  version: 35,
  name: 'checked transcripts',
  up: (database) => {
    database.exec('ALTER TABLE transcripts ADD COLUMN checked_at_ms INTEGER')
  },
}
