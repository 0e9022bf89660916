import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './migrations.ts'

it('0010 keeps recordings, which were not recorded by the program and have no moments', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, 9))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
  `)
  const rows = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()
  const before = rows('recordings')
  migrate(database, migrations.slice(0, 10))
  expect(versionOf(database)).toBe(10)
  expect(rows('recordings')).toEqual(before)
  expect([rows('recorded'), rows('moments')]).toEqual([[], []])
  const add = database.prepare('INSERT INTO recorded VALUES (?, 1, 1.5, 2.5, 1000, ?, ?)')
  expect(() => add.run('r1', 0, 'no JSON')).toThrow('CHECK constraint')
  expect(() => add.run('r1', 2, '{}')).toThrow('CHECK constraint')
  expect(() => add.run('r2', 0, '{}')).toThrow('FOREIGN KEY')
  add.run('r1', 1, '{}')
  const mark = database.prepare("INSERT INTO moments VALUES ('r1', ?, 'bookmark', 5, ?)")
  expect(() => mark.run('m1', 'no JSON')).toThrow('CHECK constraint')
  mark.run('m1', '"text"')
  expect(() => mark.run('m1', '"again"')).toThrow('UNIQUE')
  database.exec("DELETE FROM recordings WHERE id = 'r1'")
  expect([rows('recorded'), rows('moments')]).toEqual([[], []])
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
})
