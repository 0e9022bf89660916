import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './migrations.ts'

it('0009 keeps recordings, whose shots are not known yet and go with them', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, 8))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
  `)
  const rows = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()
  const before = rows('recordings')
  migrate(database, migrations.slice(0, 9))
  expect(versionOf(database)).toBe(9)
  expect(rows('recordings')).toEqual(before)
  expect(rows('shots')).toEqual([])
  const add = database.prepare('INSERT INTO shots VALUES (?, ?)')
  expect(() => add.run('r1', 'no JSON')).toThrow('CHECK constraint')
  expect(() => add.run('r2', '[]')).toThrow('FOREIGN KEY')
  add.run('r1', '[2000,4000]')
  database.exec("DELETE FROM recordings WHERE id = 'r1'")
  expect(rows('shots')).toEqual([])
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
})
