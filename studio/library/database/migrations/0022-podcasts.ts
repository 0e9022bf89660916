import type { Migration } from './migration.ts'

/**
 * Podcasts and their episodes; the origin of a recording made from an episode, which is kept when its podcast
 * is removed.
 */
export const podcasts: Migration = {
  version: 22,
  name: 'podcasts',
  up: (database) => {
    database.exec(`
      CREATE TABLE podcasts (
        id TEXT PRIMARY KEY,
        address TEXT UNIQUE,
        title TEXT NOT NULL,
        author TEXT NOT NULL,
        notes TEXT NOT NULL,
        link TEXT NOT NULL,
        picture_address TEXT NOT NULL,
        picture BLOB,
        etag TEXT,
        modified TEXT,
        remarks TEXT NOT NULL CHECK (json_valid(remarks)),
        read_at_ms INTEGER NOT NULL,
        added_at_ms INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE episodes (
        id TEXT PRIMARY KEY,
        podcast_id TEXT NOT NULL REFERENCES podcasts (id) ON DELETE CASCADE,
        guid TEXT NOT NULL,
        position INTEGER NOT NULL,
        is_listed INTEGER NOT NULL,
        title TEXT NOT NULL,
        published_at_ms INTEGER,
        duration_ms INTEGER,
        notes TEXT NOT NULL,
        link TEXT NOT NULL,
        picture_address TEXT NOT NULL,
        sound_address TEXT NOT NULL,
        sound_type TEXT NOT NULL,
        sound_bytes INTEGER,
        server_bytes INTEGER,
        transcripts TEXT NOT NULL CHECK (json_valid(transcripts)),
        chapters_address TEXT NOT NULL,
        recording_id TEXT REFERENCES recordings (id) ON DELETE SET NULL,
        UNIQUE (podcast_id, guid)
      ) STRICT;
      CREATE INDEX episodes_by_recording ON episodes (recording_id);
      CREATE TABLE recording_sources (
        recording_id TEXT PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
        podcast TEXT NOT NULL,
        published_at_ms INTEGER,
        notes TEXT NOT NULL,
        link TEXT NOT NULL,
        picture BLOB
      ) STRICT;
    `)
  },
}
