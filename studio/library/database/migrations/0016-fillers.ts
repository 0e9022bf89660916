import type { Migration } from './migration.ts'

/**
 * Whether a transcript's fillers, stutters and false starts are hidden (core's StoredFillers); null if shown.
 */
export const fillers: Migration = {
  version: 16,
  name: 'fillers',
  up: (database) => {
    database.exec("ALTER TABLE transcripts ADD COLUMN fillers TEXT CHECK (fillers IN ('hidden'))")
  },
}
