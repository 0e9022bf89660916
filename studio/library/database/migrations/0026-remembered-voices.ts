import type { Migration } from './migration.ts'

/**
 * Voices that a person asked to remember: embeddings, each made from one recording and deleted with it. A
 * voice without embeddings is removed. A rejected suggestion ("Not her") is stored with the embedding of that
 * time.
 */
export const rememberedVoices: Migration = {
  version: 26,
  name: 'remembered-voices',
  up: (database) => {
    database.exec(`
      CREATE TABLE remembered_voices (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL CHECK (name <> ''),
        created_at_ms INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE remembered_voice_parts (
        voice_id TEXT NOT NULL REFERENCES remembered_voices (id) ON DELETE CASCADE,
        recording_id TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
        model_sha256 TEXT NOT NULL,
        vector BLOB NOT NULL,
        seconds REAL NOT NULL,
        sample_start_ms INTEGER NOT NULL,
        sample_end_ms INTEGER NOT NULL CHECK (sample_end_ms > sample_start_ms),
        added_at_ms INTEGER NOT NULL,
        PRIMARY KEY (voice_id, recording_id)
      ) STRICT;
      CREATE INDEX remembered_voice_parts_by_recording ON remembered_voice_parts (recording_id);
      CREATE TRIGGER remembered_voices_without_parts AFTER DELETE ON remembered_voice_parts
        WHEN NOT EXISTS (SELECT 1 FROM remembered_voice_parts WHERE voice_id = OLD.voice_id)
      BEGIN
        DELETE FROM remembered_voices WHERE id = OLD.voice_id;
      END;
      CREATE TABLE declined_voices (
        recording_id TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
        voice_id TEXT NOT NULL REFERENCES remembered_voices (id) ON DELETE CASCADE,
        start_ms INTEGER NOT NULL,
        end_ms INTEGER NOT NULL CHECK (end_ms > start_ms),
        PRIMARY KEY (recording_id, voice_id, start_ms)
      ) STRICT;
      CREATE INDEX declined_voices_by_voice ON declined_voices (voice_id);
    `)
  },
}
