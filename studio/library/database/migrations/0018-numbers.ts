import type { Migration } from './migration.ts'

/**
 * How a transcript's numbers, dates, times and units are written (core's StoredNumbers); null for as spoken.
 */
export const numbers: Migration = {
  version: 18,
  name: 'numbers',
  up: (database) => {
    database.exec("ALTER TABLE transcripts ADD COLUMN numbers TEXT CHECK (numbers IN ('digits'))")
  },
}
