import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { cutStretches } from './0037-cut-stretches.ts'
import { migrations } from './migrations.ts'

it('changes of moments stay what they are, and cut stretches go with their recording', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, cutStretches.version - 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'r1', '/r1.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
    INSERT INTO moment_changes VALUES ('r1', 1, 'm1', NULL, '{"id":"m1"}', '{}', 's1', NULL);
  `)
  migrate(database, migrations.slice(0, cutStretches.version))
  expect(versionOf(database)).toBe(cutStretches.version)
  const rows = (sql: string) => database.prepare(sql).all()
  expect(rows('SELECT moment_id, subject FROM moment_changes')).toEqual([
    { moment_id: 'm1', subject: 'moment' },
  ])
  database.exec("INSERT INTO cut_stretches VALUES ('r1', 'c1', 0, 900, 'person')")
  expect(() => database.exec("INSERT INTO cut_stretches VALUES ('r1', 'c2', 900, 900, 'person')")).toThrow(
    'CHECK',
  )
  expect(() => database.exec("INSERT INTO cut_stretches VALUES ('none', 'c1', 0, 900, 'person')")).toThrow(
    'FOREIGN KEY',
  )
  database.exec("DELETE FROM recordings WHERE id = 'r1'")
  expect(rows('SELECT * FROM cut_stretches')).toEqual([])
})
