import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './migrations.ts'

it('0008 keeps transcripts, which have the default caption rules', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, 7))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp3', 'a.mp3', 'a', 10, 1.5, 2, 1);
    INSERT INTO transcripts (id, recording_id, settings_key, language, run, state, version)
      VALUES ('t1', 'r1', 'k', 'en', '{}', 'done', 3), ('t2', 'r1', 'l', 'fr', '{}', 'running', 0);
  `)
  const rows = () =>
    database.prepare<[], Record<string, unknown>>('SELECT * FROM transcripts ORDER BY id').all()
  const before = rows()
  migrate(database, migrations.slice(0, 8))
  expect(versionOf(database)).toBe(8)
  expect(rows()).toEqual(before.map((row) => ({ ...row, caption_rules: null })))
  const set = database.prepare("UPDATE transcripts SET caption_rules = ? WHERE id = 't1'")
  set.run('{"preset":"bbc","changes":{}}')
  expect(() => set.run('no JSON')).toThrow('CHECK constraint')
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
})
