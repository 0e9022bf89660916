import type { Migration } from './migration.ts'

/**
 * Every connection to another computer, written before it is made. Without an outcome it is in progress, or
 * its program was killed. Address, title and subject become null when the subject is deleted.
 */
export const connections: Migration = {
  version: 20,
  name: 'connections',
  up: (database) => {
    database.exec(`
      CREATE TABLE connections (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        started_at_ms INTEGER NOT NULL,
        ended_at_ms INTEGER,
        host TEXT NOT NULL,
        proxy TEXT,
        url TEXT,
        purpose TEXT NOT NULL,
        title TEXT,
        asked_by TEXT NOT NULL,
        subject TEXT,
        pid INTEGER NOT NULL,
        start_time TEXT,
        status INTEGER,
        outcome TEXT,
        sent_bytes INTEGER NOT NULL DEFAULT 0,
        received_bytes INTEGER NOT NULL DEFAULT 0,
        CHECK ((ended_at_ms IS NULL) = (outcome IS NULL))
      ) STRICT;
      CREATE INDEX connections_by_subject ON connections (subject) WHERE subject IS NOT NULL;
      -- When the list began; a repaired library has a row more, of a later time.
      CREATE TABLE connection_lists (since_ms INTEGER NOT NULL) STRICT;
      INSERT INTO connection_lists (since_ms) VALUES (unixepoch() * 1000);
    `)
  },
}
