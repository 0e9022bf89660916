import type { Migration } from './migration.ts'

/**
 * Changes of a recording's chapters and other moments, undone in one order with its transcripts' edits:
 * `edits` has the number of each transcript's newest edit at that time.
 */
export const momentChanges: Migration = {
  version: 30,
  name: 'changes of moments',
  up: (database) => {
    database.exec(`
      CREATE TABLE moment_changes (
        recording_id TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        moment_id TEXT NOT NULL,
        before TEXT CHECK (before IS NULL OR json_valid(before)),
        after TEXT CHECK (after IS NULL OR json_valid(after)),
        edits TEXT NOT NULL CHECK (json_valid(edits)),
        step_id TEXT NOT NULL,
        undoes TEXT,
        PRIMARY KEY (recording_id, number)
      ) STRICT;
      CREATE INDEX moment_changes_by_step ON moment_changes (recording_id, step_id);
    `)
  },
}
