import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { soundDeletions } from './0014-sound-deletions.ts'
import { migrations } from './migrations.ts'

it('recordings keep their sound; a day on which it goes, or went, is a day and goes with the recording', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, soundDeletions.version - 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
  `)
  const rows = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()
  const before = rows('recordings')
  migrate(database, migrations.slice(0, soundDeletions.version))
  expect(versionOf(database)).toBe(soundDeletions.version)
  expect(rows('recordings')).toEqual(before)
  expect(rows('sound_deletions')).toEqual([])
  const add = database.prepare('INSERT INTO sound_deletions VALUES (?, ?, ?)')
  expect(() => add.run('r1', '10 December', null)).toThrow('CHECK constraint')
  expect(() => add.run('r1', null, '2026-13-01')).toThrow('CHECK constraint')
  expect(() => add.run('r1', null, null)).toThrow('CHECK constraint')
  expect(() => add.run('r1', '2026-12-10', '2026-12-10')).toThrow('CHECK constraint')
  expect(() => add.run('r2', '2026-12-10', null)).toThrow('FOREIGN KEY')
  add.run('r1', '2026-12-10', null)
  database.exec("DELETE FROM recordings WHERE id = 'r1'")
  expect(rows('sound_deletions')).toEqual([])
})
