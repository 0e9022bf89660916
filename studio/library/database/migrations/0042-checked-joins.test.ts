import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { checkedJoins } from './0042-checked-joins.ts'
import { migrations } from './migrations.ts'

it('a join is stored once for each transcript, and goes with it', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, checkedJoins.version - 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'r1', '/r1.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
    INSERT INTO transcripts (id, recording_id, settings_key, language, run, state, version)
      VALUES ('t1', 'r1', 'k', 'en', '{}', 'done', 1);
  `)
  migrate(database, migrations.slice(0, checkedJoins.version))
  expect(versionOf(database)).toBe(checkedJoins.version)
  const insert = (transcriptId: string, clipped: string) =>
    database.exec(`INSERT INTO checked_joins VALUES ('${transcriptId}', '1-2', 'm', '${clipped}', '[]')`)
  insert('t1', '["w1"]')
  expect(() => insert('t1', '[]')).toThrow('UNIQUE')
  expect(() => insert('none', '[]')).toThrow('FOREIGN KEY')
  expect(() => insert('t1', 'no')).toThrow('CHECK')
  database.exec("DELETE FROM transcripts WHERE id = 't1'")
  expect(database.prepare('SELECT * FROM checked_joins').all()).toEqual([])
})
