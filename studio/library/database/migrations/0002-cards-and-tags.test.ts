import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './migrations.ts'

/** A library as left by version 1, with a recording, its running job, and a transcript. */
function libraryOfVersion1() {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp3', 'a.mp3', 'a', 10, 1.5, 2, 1);
    INSERT INTO jobs (id, recording_id, kind, settings_key, settings, state)
      VALUES ('j1', 'r1', 'transcribe', 'k', '{}', 'running');
    INSERT INTO leases (job_id, pid, start_time, heartbeat_at_ms) VALUES ('j1', 7, NULL, 5);
    INSERT INTO transcripts (id, recording_id, job_id, settings_key, language, run, state, version)
      VALUES ('t1', 'r1', 'j1', 'k', 'en', '{}', 'running', 3);
  `)
  return database
}

describe('0002', () => {
  it('keeps what is there, knows no media and no time yet', () => {
    const database = libraryOfVersion1()
    const before = database.prepare('SELECT * FROM recordings').get() as object
    migrate(database, migrations.slice(0, 2))
    expect(versionOf(database)).toBe(2)
    expect(database.prepare('SELECT * FROM recordings').get()).toEqual({ ...before, media: null })
    expect(database.prepare('SELECT state, worked_ms FROM jobs').get()).toEqual({
      state: 'running',
      worked_ms: 0,
    })
    expect(database.prepare('SELECT pid, since_ms FROM leases').get()).toEqual({ pid: 7, since_ms: null })
    expect(database.prepare('SELECT version FROM transcripts').pluck().get()).toBe(3)
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('takes tags and cards with their recording', () => {
    const database = libraryOfVersion1()
    migrate(database, migrations.slice(0, 2))
    database.exec(`
      INSERT INTO tags VALUES ('r1', 0, 'work');
      INSERT INTO transcript_cards VALUES ('t1', 3, '{}');
      DELETE FROM recordings;
    `)
    const left = database
      .prepare('SELECT (SELECT count(*) FROM tags) + (SELECT count(*) FROM transcript_cards)')
      .pluck()
      .get()
    expect(left).toBe(0)
  })
})
