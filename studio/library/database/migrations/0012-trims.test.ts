import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './migrations.ts'

it('0012 keeps recordings, of which all is kept', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, 11))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
  `)
  const rows = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()
  const before = rows('recordings')
  migrate(database, migrations.slice(0, 12))
  expect(versionOf(database)).toBe(12)
  expect(rows('recordings')).toEqual(before)
  expect(rows('trims')).toEqual([])
  const add = database.prepare('INSERT INTO trims VALUES (?, ?, ?)')
  expect(() => add.run('r1', 5, 5)).toThrow('CHECK constraint')
  expect(() => add.run('r1', -1, 5)).toThrow('CHECK constraint')
  expect(() => add.run('r2', 0, 5)).toThrow('FOREIGN KEY')
  add.run('r1', 0, 5)
  database.exec("DELETE FROM recordings WHERE id = 'r1'")
  expect(rows('trims')).toEqual([])
})
