import type { Migration } from './migration.ts'

/**
 * Facts of recordings made by the program itself, and moments, which any recording may have. `running_id`:
 * the folder in which it was written; `facts`: language, people, type, consent and sources, as JSON.
 */
export const recorded: Migration = {
  version: 10,
  name: 'recorded',
  up: (database) => {
    database.exec(`
      CREATE TABLE recorded (
        recording_id TEXT PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
        running_id TEXT NOT NULL UNIQUE,
        started_at_ms REAL NOT NULL,
        ended_at_ms REAL NOT NULL,
        duration_ms INTEGER NOT NULL,
        is_recovered INTEGER NOT NULL CHECK (is_recovered IN (0, 1)),
        facts TEXT NOT NULL CHECK (json_valid(facts))
      ) STRICT;
      CREATE TABLE moments (
        recording_id TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        at_ms INTEGER NOT NULL,
        value TEXT NOT NULL CHECK (json_valid(value)),
        PRIMARY KEY (recording_id, id)
      ) STRICT;
    `)
  },
}
