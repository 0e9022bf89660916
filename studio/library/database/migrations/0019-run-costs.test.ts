import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './migrations.ts'

it('0019 keeps recordings; costs of runs stay when the transcript goes', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, 18))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
    INSERT INTO transcripts (id, recording_id, settings_key, language, run, state, version, number)
      VALUES ('t1', 'r1', 'k', 'fr', '{}', 'done', 1, 1);
  `)
  const rows = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()
  const before = [rows('recordings'), rows('transcripts')]
  migrate(database, migrations.slice(0, 19))
  expect(versionOf(database)).toBe(19)
  expect([rows('recordings'), rows('transcripts')]).toEqual(before)
  expect(rows('run_costs')).toEqual([])
  const add = database.prepare("INSERT INTO run_costs VALUES (NULL, 'transcribe', NULL, ?, 5, ?)")
  expect(() => add.run('t1', 'no json')).toThrow('CHECK constraint')
  expect(() => add.run('t2', '{}')).toThrow('FOREIGN KEY')
  add.run('t1', '{}')
  database.exec("DELETE FROM transcripts WHERE id = 't1'")
  expect(rows('run_costs')).toEqual([
    { number: 1, kind: 'transcribe', job_id: null, transcript_id: null, started_at_ms: 5, cost: '{}' },
  ])
})
