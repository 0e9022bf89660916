import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../migrate.ts'
import { takenRedactions } from './0033-taken-redactions.ts'
import { migrations } from './migrations.ts'

const { version } = takenRedactions

it('a corrected text is shown again where a newer one that only took redactions over was in its place', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, version - 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r', 'r', '', '', '', 0, 0, 0, 1);
    INSERT INTO transcripts (id, recording_id, settings_key, language, run, state, version)
      VALUES ('corrected', 'r', 'a', '', '{}', 'done', 0), ('newer', 'r', 'b', '', '{}', 'done', 0);
  `)
  const edit = database.prepare(
    "INSERT INTO edits (transcript_id, number, base_number, edit, inverse, step_id) VALUES (?, ?, 0, '{}', '{}', ?)",
  )
  edit.run('corrected', 1, 'typed')
  edit.run('newer', 1, 'redactions-1')
  const current = () => database.prepare('SELECT id FROM current_transcripts').pluck().all()
  expect(current()).toEqual(['newer'])

  migrate(database, migrations.slice(0, version))
  expect(current()).toEqual(['corrected'])
  edit.run('newer', 2, 'redactions-2')
  expect(current()).toEqual(['corrected'])
  edit.run('newer', 3, 'typed')
  expect(current()).toEqual(['newer'])
  database.exec("DELETE FROM edits WHERE transcript_id = 'newer' AND number = 3")
  expect(current()).toEqual(['corrected'])
})
