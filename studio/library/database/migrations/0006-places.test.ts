import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './migrations.ts'

it('0006 keeps transcripts and their cards, counts none of them, and counts go with their transcript', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, 5))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'a', '/a.mp3', 'a.mp3', 'a', 10, 1.5, 2, 1);
    INSERT INTO transcripts (id, recording_id, settings_key, language, run, state, version)
      VALUES ('t1', 'r1', 'k', 'en', '{}', 'done', 3);
    INSERT INTO transcript_cards VALUES ('t1', 3, '{"words":9}', 7, 2);
  `)
  const transcripts = () => database.prepare('SELECT * FROM transcripts').all()
  const before = transcripts()
  migrate(database, migrations.slice(0, 6))
  expect(versionOf(database)).toBe(6)
  expect(transcripts()).toEqual(before)
  expect(database.prepare('SELECT * FROM transcript_cards').all()).toEqual([
    { transcript_id: 't1', version: 3, card: '{"words":9}' },
  ])
  expect(database.prepare('SELECT * FROM transcript_places').all()).toEqual([])
  database.exec(`
    INSERT INTO transcript_evidence VALUES ('t1', '{}');
    INSERT INTO transcript_places VALUES ('t1', 3, 2, 1);
  `)
  expect(() => database.exec(`UPDATE transcript_evidence SET evidence = 'no JSON'`)).toThrow(
    'CHECK constraint',
  )
  database.exec('DELETE FROM recordings')
  const left = 'SELECT (SELECT count(*) FROM transcript_evidence) + (SELECT count(*) FROM transcript_places)'
  expect(database.prepare(left).pluck().get()).toBe(0)
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
})
