import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { numbers } from './0018-numbers.ts'
import { migrations } from './migrations.ts'

it('numbers: as said in every transcript before, in digits where it is chosen', () => {
  const database = new Database(':memory:')
  migrate(database, migrations.slice(0, numbers.version - 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
    INSERT INTO transcripts (id, recording_id, job_id, settings_key, language, run, state, version)
      VALUES ('t1', 'r1', NULL, 'k', 'en', '{}', 'done', 0);
  `)
  migrate(database, migrations.slice(0, numbers.version))
  expect(versionOf(database)).toBe(numbers.version)
  const chosen = () => database.prepare('SELECT numbers FROM transcripts').get()
  expect(chosen()).toEqual({ numbers: null })
  expect(() => database.exec("UPDATE transcripts SET numbers = 'roman'")).toThrow('CHECK')
  database.exec("UPDATE transcripts SET numbers = 'digits'")
  expect(chosen()).toEqual({ numbers: 'digits' })
})
