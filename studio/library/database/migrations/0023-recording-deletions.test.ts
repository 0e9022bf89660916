import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { recordingDeletions } from './0023-recording-deletions.ts'
import { migrations } from './migrations.ts'

it('a day on which a recording goes is a day, and goes with it', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, recordingDeletions.version - 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
  `)
  const rows = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()
  const before = rows('recordings')
  migrate(database, migrations.slice(0, recordingDeletions.version))
  expect(versionOf(database)).toBe(recordingDeletions.version)
  expect(rows('recordings')).toEqual(before)
  const add = database.prepare('INSERT INTO recording_deletions VALUES (?, ?)')
  expect(() => add.run('r1', '10 December')).toThrow('CHECK constraint')
  expect(() => add.run('r1', null)).toThrow('NOT NULL')
  expect(() => add.run('r2', '2026-12-10')).toThrow('FOREIGN KEY')
  add.run('r1', '2026-12-10')
  database.exec("DELETE FROM recordings WHERE id = 'r1'")
  expect(rows('recording_deletions')).toEqual([])
})
