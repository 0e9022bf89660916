import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { proposedCorrections } from './0041-proposed-corrections.ts'
import { migrations } from './migrations.ts'

it('proposed corrections are JSON, belong to a transcript and go with it', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, proposedCorrections.version - 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'r1', '/r1.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
    INSERT INTO transcripts (id, recording_id, settings_key, language, run, state, version)
      VALUES ('t1', 'r1', 'k', 'en', '{}', 'done', 1);
  `)
  migrate(database, migrations.slice(0, proposedCorrections.version))
  expect(versionOf(database)).toBe(proposedCorrections.version)
  const add = (id: string, transcriptId: string, corrections: string): void =>
    void database
      .prepare('INSERT INTO proposed_corrections VALUES (?, ?, 1, ?)')
      .run(id, transcriptId, corrections)
  add('c1', 't1', '{"items":[]}')
  expect(() => add('c2', 't1', 'none')).toThrow('CHECK')
  expect(() => add('c3', 'other', '{}')).toThrow('FOREIGN KEY')
  database.exec("DELETE FROM recordings WHERE id = 'r1'")
  expect(database.prepare('SELECT * FROM proposed_corrections').all()).toEqual([])
})
