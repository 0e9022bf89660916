import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './migrations.ts'

/** Transcripts of two recordings: `r1` has a corrected older one, `r2` has no finished one. */
function libraryOfVersion4() {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, 4))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'a', '/a.mp3', 'a.mp3', 'a', 10, 1.5, 2, 1), ('r2', 'b', '/b.mp3', 'b.mp3', 'b', 10, 1.5, 2, 2);
    INSERT INTO transcripts (id, recording_id, settings_key, language, run, state, version) VALUES
      ('t1', 'r1', 'k', 'en', '{}', 'done', 3), ('t2', 'r1', 'l', 'en', '{}', 'done', 1),
      ('t3', 'r1', 'm', 'en', '{}', 'running', 1), ('t4', 'r2', 'k', 'en', '{}', 'running', 1),
      ('t5', 'r2', 'l', 'en', '{}', 'running', 1);
    INSERT INTO edits VALUES ('t1', 1, 0, '{}', '{}', 's1', NULL, NULL);
    INSERT INTO transcript_cards VALUES ('t1', 3, '{"toCheck":7,"checked":2}');
  `)
  return database
}

it('0005 keeps which transcripts are current, and what cards say is to check', () => {
  const database = libraryOfVersion4()
  const current = () => database.prepare('SELECT id, recording_id FROM current_transcripts ORDER BY id').all()
  const before = current()
  expect(before).toEqual([
    { id: 't1', recording_id: 'r1' },
    { id: 't5', recording_id: 'r2' },
  ])
  migrate(database, migrations.slice(0, 5))
  expect(versionOf(database)).toBe(5)
  expect(current()).toEqual(before)
  expect(database.prepare('SELECT to_check, checked FROM transcript_cards').get()).toEqual({
    to_check: 7,
    checked: 2,
  })
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
})

it('0005 finds the current transcript of one recording by indexes alone', () => {
  const database = libraryOfVersion4()
  migrate(database, migrations.slice(0, 5))
  const plan = database
    .prepare<[], { detail: string }>(
      "EXPLAIN QUERY PLAN SELECT id FROM current_transcripts WHERE recording_id = 'r1'",
    )
    .all()
    .map(({ detail }) => detail)
  expect(plan.filter((detail) => detail.startsWith('SCAN') && !detail.includes('CONSTANT'))).toEqual([])
})
