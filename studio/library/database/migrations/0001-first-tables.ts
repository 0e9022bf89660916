import type { Migration } from './migration.ts'

/**
 * Every table keeps its rowid, as a damaged library is read row by row. JSON columns are validated, so that the check
 * at opening detects bytes overwritten inside a row.
 */
const TABLES = `
  CREATE TABLE recordings (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    file_name TEXT NOT NULL,
    title TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    mtime_ms REAL NOT NULL,
    added_at_ms INTEGER NOT NULL,
    -- Rises each time a file of this content is met: of two recordings at one path the later one is there now.
    seen INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX recordings_by_file ON recordings (path, bytes, mtime_ms);

  CREATE TABLE tracks (
    recording_id TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
    track_index INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    sample_count INTEGER NOT NULL,
    pcm_sha256 TEXT NOT NULL,
    codec TEXT NOT NULL,
    details TEXT NOT NULL CHECK (json_valid(details)),
    PRIMARY KEY (recording_id, track_index)
  ) STRICT;
  CREATE INDEX tracks_by_pcm ON tracks (pcm_sha256);

  CREATE TABLE jobs (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    recording_id TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    settings_key TEXT NOT NULL,
    settings TEXT NOT NULL CHECK (json_valid(settings)),
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'paused', 'done', 'failed', 'cancelled')),
    progress TEXT CHECK (progress IS NULL OR json_valid(progress)),
    error TEXT CHECK (error IS NULL OR json_valid(error)),
    UNIQUE (recording_id, kind, settings_key)
  ) STRICT;

  -- A row for each running job; AUTOINCREMENT never gives a number twice.
  CREATE TABLE leases (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id TEXT NOT NULL UNIQUE REFERENCES jobs (id) ON DELETE CASCADE,
    pid INTEGER NOT NULL,
    start_time TEXT,
    heartbeat_at_ms INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE transcripts (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    recording_id TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
    job_id TEXT REFERENCES jobs (id) ON DELETE SET NULL,
    settings_key TEXT NOT NULL,
    language TEXT NOT NULL,
    run TEXT NOT NULL CHECK (json_valid(run)),
    state TEXT NOT NULL CHECK (state IN ('running', 'done')),
    -- Rises with every change of what the transcript says.
    version INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX transcripts_by_recording ON transcripts (recording_id);
  CREATE INDEX transcripts_by_job ON transcripts (job_id);

  CREATE TABLE speakers (
    transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT,
    colour INTEGER NOT NULL,
    group_id TEXT,
    voice_print BLOB,
    PRIMARY KEY (transcript_id, id)
  ) STRICT;

  CREATE TABLE turns (
    transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    speaker_id TEXT NOT NULL,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    PRIMARY KEY (transcript_id, position)
  ) STRICT;

  CREATE TABLE paragraphs (
    number INTEGER PRIMARY KEY,
    transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position REAL NOT NULL,
    speaker_id TEXT,
    language TEXT NOT NULL,
    kind TEXT NOT NULL,
    start_ms INTEGER,
    words TEXT NOT NULL CHECK (json_valid(words)),
    text TEXT NOT NULL,
    UNIQUE (transcript_id, id)
  ) STRICT;
  CREATE INDEX paragraphs_in_order ON paragraphs (transcript_id, position);

  CREATE TABLE marks (
    transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    from_word_id TEXT NOT NULL,
    to_word_id TEXT NOT NULL,
    value TEXT,
    PRIMARY KEY (transcript_id, id)
  ) STRICT;

  CREATE TABLE edits (
    transcript_id TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    base_number INTEGER NOT NULL,
    edit TEXT NOT NULL CHECK (json_valid(edit)),
    inverse TEXT NOT NULL CHECK (json_valid(inverse)),
    step_id TEXT NOT NULL,
    undoes TEXT,
    typing TEXT CHECK (typing IS NULL OR json_valid(typing)),
    PRIMARY KEY (transcript_id, number)
  ) STRICT;

  CREATE TABLE chunks (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    pcm_sha256 TEXT NOT NULL,
    result ANY NOT NULL,
    PRIMARY KEY (kind, key)
  ) STRICT;
  CREATE INDEX chunks_by_pcm ON chunks (pcm_sha256);

  CREATE TABLE outputs (
    path TEXT NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL,
    format TEXT NOT NULL,
    recording_id TEXT NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
    settings_key TEXT NOT NULL,
    transcript_version INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX outputs_by_recording ON outputs (recording_id);

  CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    touched TEXT NOT NULL CHECK (json_valid(touched))
  ) STRICT;

  CREATE TABLE models (
    id TEXT NOT NULL PRIMARY KEY,
    entry TEXT NOT NULL CHECK (json_valid(entry)),
    folder TEXT NOT NULL,
    sha256 TEXT NOT NULL
  ) STRICT;

  CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT;

  -- Which of a recording's transcripts is shown and searched: of those that are done (of all, where none is)
  -- the newest that a person corrected, else the newest.
  CREATE VIEW current_transcripts AS
    SELECT id, recording_id FROM (
      SELECT id, recording_id, row_number() OVER (
        PARTITION BY recording_id
        ORDER BY
          state = 'done' DESC,
          EXISTS (SELECT 1 FROM edits WHERE edits.transcript_id = transcripts.id) DESC,
          number DESC
      ) AS place
      FROM transcripts
    ) WHERE place = 1;
`

/** Triggers keep the index up to date in the same transaction, also for cascading deletions. */
const SEARCH = `
  CREATE VIRTUAL TABLE paragraph_search USING fts5 (
    text, content = 'paragraphs', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
  );
  CREATE TRIGGER paragraph_search_insert AFTER INSERT ON paragraphs BEGIN
    INSERT INTO paragraph_search (rowid, text) VALUES (new.number, new.text);
  END;
  CREATE TRIGGER paragraph_search_delete AFTER DELETE ON paragraphs BEGIN
    INSERT INTO paragraph_search (paragraph_search, rowid, text) VALUES ('delete', old.number, old.text);
  END;
  CREATE TRIGGER paragraph_search_update AFTER UPDATE OF text ON paragraphs BEGIN
    INSERT INTO paragraph_search (paragraph_search, rowid, text) VALUES ('delete', old.number, old.text);
    INSERT INTO paragraph_search (rowid, text) VALUES (new.number, new.text);
  END;
`

export const firstTables: Migration = {
  version: 1,
  name: 'first tables',
  up: (database) => {
    database.exec(TABLES)
    database.exec(SEARCH)
  },
}
