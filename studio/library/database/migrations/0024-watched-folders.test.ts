import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { watchedFolders } from './0024-watched-folders.ts'
import { migrations } from './migrations.ts'

it('0024 keeps recordings; a file of a deleted recording loses its name, a folder takes its files along', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, watchedFolders.version - 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp3', 'a.mp3', 'a', 10, 1.5, 2, 1), ('r2', 'abd', '/b.mp3', 'b.mp3', 'b', 10, 1.5, 2, 1);
  `)
  const rows = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()
  const before = rows('recordings')
  migrate(database, migrations.slice(0, watchedFolders.version))
  expect(versionOf(database)).toBe(watchedFolders.version)
  expect(rows('recordings')).toEqual(before)
  database.exec(`
    INSERT INTO watched_folders (id, path, salt, language, formats, with_subfolders, is_on, is_setting, added_at_ms)
      VALUES ('f1', '/in', 's', 'auto', '["srt"]', 0, 1, 1, 1);
    INSERT INTO watched_files VALUES ('f1', 'k1', 10, 1, 'written', 'a.mp3', 'r1', NULL),
      ('f1', 'k2', 10, 1, 'unwritten', 'b.mp3', 'r2', '{"code":"disk.full"}');
  `)
  const add = database.prepare('INSERT INTO watched_files VALUES (?, ?, 1, 1, ?, ?, NULL, NULL)')
  expect(() => add.run('f1', 'k1', 'left', null)).toThrow('UNIQUE constraint')
  expect(() => add.run('f2', 'k1', 'left', null)).toThrow('FOREIGN KEY')
  expect(() => add.run('f1', 'k3', 'left', 'name.mp3')).toThrow('CHECK constraint')
  expect(() => add.run('f1', 'k3', 'lost', 'name.mp3')).toThrow('CHECK constraint')
  database.exec("DELETE FROM recordings WHERE id = 'r2'")
  expect(rows('watched_files')).toMatchObject([
    { key: 'k1', state: 'written', path: 'a.mp3', recording_id: 'r1' },
    { key: 'k2', state: 'left', path: null, recording_id: null, error: null, bytes: 10 },
  ])
  database.exec("DELETE FROM watched_folders WHERE id = 'f1'")
  expect(rows('watched_files')).toEqual([])
})
