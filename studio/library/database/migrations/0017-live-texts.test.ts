import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './migrations.ts'

it('0017 keeps recordings, which have no text of the time they were recorded', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, 16))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
  `)
  const rows = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()
  const before = rows('recordings')
  migrate(database, migrations.slice(0, 17))
  expect(versionOf(database)).toBe(17)
  expect(rows('recordings')).toEqual(before)
  expect(rows('live_texts')).toEqual([])
  const add = database.prepare('INSERT INTO live_texts VALUES (?, ?, NULL, ?)')
  expect(() => add.run('r1', 'no json', null)).toThrow('CHECK constraint')
  expect(() => add.run('r2', '{}', null)).toThrow('FOREIGN KEY')
  add.run('r1', '{}', null)
  database.exec("DELETE FROM recordings WHERE id = 'r1'")
  expect(rows('live_texts')).toEqual([])
})
