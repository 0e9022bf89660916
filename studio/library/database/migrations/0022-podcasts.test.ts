import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './migrations.ts'

it('0022 keeps recordings; an episode outlives its recording, and where that came from outlives its podcast', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, 21))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp3', 'a.mp3', 'a', 10, 1.5, 2, 1), ('r2', 'abd', '/b.mp3', 'b.mp3', 'b', 10, 1.5, 2, 1);
  `)
  const rows = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()
  const before = rows('recordings')
  migrate(database, migrations.slice(0, 22))
  expect(versionOf(database)).toBe(22)
  expect(rows('recordings')).toEqual(before)
  database.exec(`
    INSERT INTO podcasts VALUES ('p1', 'https://a.example/f', 'A', '', '', '', '', NULL, NULL, NULL, '[]', 1, 1);
    INSERT INTO episodes VALUES ('e1', 'p1', 'g1', 0, 1, 'E', NULL, NULL, '', '', '', 'https://a.example/1', '', NULL, NULL, '[]', '', 'r1');
    INSERT INTO recording_sources VALUES ('r1', 'A', NULL, '', '', NULL), ('r2', 'A', NULL, '', '', NULL);
  `)
  const add = database.prepare(
    "INSERT INTO episodes VALUES (?, ?, 'g1', 0, 1, 'E', NULL, NULL, '', '', '', '', '', NULL, NULL, '[]', '', NULL)",
  )
  expect(() => add.run('e2', 'p1')).toThrow('UNIQUE constraint')
  expect(() => add.run('e2', 'p2')).toThrow('FOREIGN KEY')
  database.exec("DELETE FROM recordings WHERE id = 'r1'")
  expect(rows('episodes')).toMatchObject([{ id: 'e1', recording_id: null }])
  expect(rows('recording_sources')).toMatchObject([{ recording_id: 'r2' }])
  database.exec("DELETE FROM podcasts WHERE id = 'p1'")
  expect(rows('episodes')).toEqual([])
  expect(rows('recording_sources')).toMatchObject([{ recording_id: 'r2', podcast: 'A' }])
})
