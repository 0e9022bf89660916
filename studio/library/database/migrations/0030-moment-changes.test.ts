import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { momentChanges } from './0030-moment-changes.ts'
import { migrations } from './migrations.ts'

it('moments and edits stay as they are, and changes of moments go with their recording', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, momentChanges.version - 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'r1', '/r1.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
    INSERT INTO moments VALUES ('r1', 'm1', 'decision', 900, '"Buy bread"');
  `)
  const rows = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()
  const before = ['recordings', 'moments', 'edits'].map(rows)
  migrate(database, migrations.slice(0, momentChanges.version))
  expect(versionOf(database)).toBe(momentChanges.version)
  expect(['recordings', 'moments', 'edits'].map(rows)).toEqual(before)
  expect(rows('moment_changes')).toEqual([])
  database.exec(`INSERT INTO moment_changes VALUES ('r1', 1, 'm1', NULL, '{"id":"m1"}', '{}', 's1', NULL)`)
  expect(() =>
    database.exec(`INSERT INTO moment_changes VALUES ('none', 1, 'm1', NULL, NULL, '{}', 's1', NULL)`),
  ).toThrow('FOREIGN KEY')
  database.exec("DELETE FROM recordings WHERE id = 'r1'")
  expect(rows('moment_changes')).toEqual([])
})
