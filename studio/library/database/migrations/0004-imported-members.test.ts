import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './migrations.ts'

it('0004 keeps transcripts, and the members of a file go with theirs', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, 3))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp3', 'a.mp3', 'a', 10, 1.5, 2, 1);
    INSERT INTO transcripts (id, recording_id, settings_key, language, run, state, version)
      VALUES ('t1', 'r1', 'k', 'en', '{}', 'done', 3);
  `)
  const rows = () => database.prepare('SELECT * FROM transcripts').all()
  const before = rows()
  migrate(database, migrations.slice(0, 4))
  expect(versionOf(database)).toBe(4)
  expect(rows()).toEqual(before)
  database.exec(`INSERT INTO imported_members VALUES ('t1', '{"extra":{}}')`)
  expect(() => database.exec(`INSERT INTO imported_members VALUES ('t1', 'no JSON')`)).toThrow(
    'CHECK constraint',
  )
  database.exec(`DELETE FROM recordings`)
  expect(database.prepare('SELECT count(*) AS rows FROM imported_members').get()).toEqual({ rows: 0 })
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
})
