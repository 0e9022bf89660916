import type { Migration } from './migration.ts'

/**
 * Stretches of a recording without words that are left out of its cut. Their changes are undone in one order with those of
 * moments, in the same log.
 */
export const cutStretches: Migration = {
  version: 37,
  name: 'cut stretches',
  up: (database) => {
    database.exec(`
      CREATE TABLE cut_stretches (
        recording_id TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        start_ms INTEGER NOT NULL CHECK (start_ms >= 0),
        end_ms INTEGER NOT NULL CHECK (end_ms > start_ms),
        reason TEXT NOT NULL,
        PRIMARY KEY (recording_id, id)
      ) STRICT;
      ALTER TABLE moment_changes ADD COLUMN subject TEXT NOT NULL DEFAULT 'moment'
        CHECK (subject IN ('moment', 'cut-stretch'));
    `)
  },
}
