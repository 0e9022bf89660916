import type { Migration } from './migration.ts'

/**
 * That a person marked a transcript as checked is undone in one order with its edits, in the log of moments; its
 * `moment_id` is the transcript's id. A check of a column cannot be changed, so the table is made anew.
 */
export const checkedChanges: Migration = {
  version: 38,
  name: 'checked changes',
  up: (database) => {
    database.exec(`
      ALTER TABLE moment_changes RENAME TO former_moment_changes;
      DROP INDEX moment_changes_by_step;
      CREATE TABLE moment_changes (
        recording_id TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        moment_id TEXT NOT NULL,
        before TEXT CHECK (before IS NULL OR json_valid(before)),
        after TEXT CHECK (after IS NULL OR json_valid(after)),
        edits TEXT NOT NULL CHECK (json_valid(edits)),
        step_id TEXT NOT NULL,
        undoes TEXT,
        subject TEXT NOT NULL DEFAULT 'moment' CHECK (subject IN ('moment', 'cut-stretch', 'checked')),
        PRIMARY KEY (recording_id, number)
      ) STRICT;
      INSERT INTO moment_changes
        (recording_id, number, moment_id, before, after, edits, step_id, undoes, subject)
        SELECT recording_id, number, moment_id, before, after, edits, step_id, undoes, subject
        FROM former_moment_changes;
      DROP TABLE former_moment_changes;
      CREATE INDEX moment_changes_by_step ON moment_changes (recording_id, step_id);
    `)
  },
}
