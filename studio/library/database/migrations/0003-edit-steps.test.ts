import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './migrations.ts'

it('0003 keeps the log and finds its steps without reading the edits', () => {
  const database = new Database(':memory:')
  migrate(database, migrations.slice(0, 2))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp3', 'a.mp3', 'a', 10, 1.5, 2, 1);
    INSERT INTO transcripts (id, recording_id, settings_key, language, run, state, version)
      VALUES ('t1', 'r1', 'k', 'en', '{}', 'done', 3);
    INSERT INTO edits VALUES ('t1', 1, 0, '{"id":"e1"}', '{}', 's1', NULL, NULL);
    INSERT INTO edits VALUES ('t1', 2, 1, '{"id":"e2"}', '{}', 's2', 's1', NULL);
  `)
  const rows = () => database.prepare('SELECT * FROM edits ORDER BY number').all()
  const before = rows()
  migrate(database, migrations.slice(0, 3))
  expect(versionOf(database)).toBe(3)
  expect(rows()).toEqual(before)
  const plan = database
    .prepare<[], { detail: string }>(
      "EXPLAIN QUERY PLAN SELECT number, step_id, undoes FROM edits WHERE transcript_id = 't1'",
    )
    .all()
  expect(plan.map((row) => row.detail).join()).toContain('COVERING INDEX edits_by_step')
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
})
