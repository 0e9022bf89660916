import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { glossaries } from './0013-glossaries.ts'
import { migrations } from './migrations.ts'

it('glossaries: one of the library, one of each recording, which goes with it; everything else stays', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, glossaries.version - 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
    INSERT INTO moments VALUES ('r1', 'm1', 'decision', 5, '"Yes"');
  `)
  migrate(database, migrations.slice(0, glossaries.version))
  expect(versionOf(database)).toBe(glossaries.version)
  const rows = (sql: string) => database.prepare(sql).all()
  expect(rows('SELECT id FROM moments')).toEqual([{ id: 'm1' }])
  database.exec("INSERT INTO glossaries VALUES ('library', NULL, 'Parolo'), ('r1', 'r1', 'Okonjo')")
  expect(() => database.exec("INSERT INTO glossaries VALUES ('other', NULL, '')")).toThrow('CHECK')
  database.exec("DELETE FROM recordings WHERE id = 'r1'")
  expect(rows('SELECT id, text FROM glossaries')).toEqual([{ id: 'library', text: 'Parolo' }])
})
