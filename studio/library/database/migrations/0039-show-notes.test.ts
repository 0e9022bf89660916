import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../migrate.ts'
import { showNotes } from './0039-show-notes.ts'
import { migrations } from './migrations.ts'

it('a recording has notes at most once, and takes them with it', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, showNotes.version - 1))
  database.exec(`INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
    VALUES ('r1', 'a', '', '', '', 0, 0, 0, 1)`)
  migrate(database, migrations.slice(0, showNotes.version))
  database.exec("INSERT INTO show_notes VALUES ('r1', '# Glue')")
  expect(() => database.exec("INSERT INTO show_notes VALUES ('r1', '')")).toThrow('UNIQUE')
  expect(() => database.exec("INSERT INTO show_notes VALUES ('r2', '')")).toThrow('FOREIGN KEY')
  database.exec("DELETE FROM recordings WHERE id = 'r1'")
  expect(database.prepare('SELECT count(*) FROM show_notes').pluck().get()).toBe(0)
})
