import type { Migration } from './migration.ts'

/**
 * Folders whose new files are transcribed, and the state of the files in them. `key` identifies a file's
 * path, so that ignored files, and those whose recording was deleted, have no name here.
 */
export const watchedFolders: Migration = {
  version: 24,
  name: 'watched-folders',
  up: (database) => {
    database.exec(`
      CREATE TABLE watched_folders (
        id TEXT PRIMARY KEY,
        path TEXT NOT NULL UNIQUE,
        salt TEXT NOT NULL,
        language TEXT NOT NULL,
        speakers INTEGER,
        formats TEXT NOT NULL CHECK (json_valid(formats)),
        with_subfolders INTEGER NOT NULL,
        is_on INTEGER NOT NULL,
        is_setting INTEGER NOT NULL,
        added_at_ms INTEGER NOT NULL,
        problem TEXT CHECK (json_valid(problem)),
        pid INTEGER,
        start_time TEXT,
        heartbeat_at_ms INTEGER
      ) STRICT;
      CREATE TABLE watched_files (
        folder_id TEXT NOT NULL REFERENCES watched_folders (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        mtime_ms INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('left', 'refused', 'waiting', 'written', 'unwritten')),
        path TEXT,
        recording_id TEXT REFERENCES recordings (id) ON DELETE SET NULL,
        error TEXT CHECK (json_valid(error)),
        PRIMARY KEY (folder_id, key),
        CHECK ((state = 'left') = (path IS NULL))
      ) STRICT;
      CREATE INDEX watched_files_by_recording ON watched_files (recording_id) WHERE recording_id IS NOT NULL;
      CREATE INDEX watched_files_by_state ON watched_files (state) WHERE state IN ('refused', 'waiting', 'unwritten');
      -- A file whose recording was deleted is left alone from then on, without its name.
      CREATE TRIGGER watched_files_left BEFORE DELETE ON recordings BEGIN
        UPDATE watched_files SET state = 'left', path = NULL, error = NULL, recording_id = NULL
          WHERE recording_id = old.id;
      END;
    `)
  },
}
