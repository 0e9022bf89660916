import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { fillers } from './0016-fillers.ts'
import { migrations } from './migrations.ts'

it('fillers: shown in every transcript before, hidden where it is chosen', () => {
  const database = new Database(':memory:')
  migrate(database, migrations.slice(0, fillers.version - 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
    INSERT INTO transcripts (id, recording_id, job_id, settings_key, language, run, state, version)
      VALUES ('t1', 'r1', NULL, 'k', 'en', '{}', 'done', 0);
  `)
  migrate(database, migrations.slice(0, fillers.version))
  expect(versionOf(database)).toBe(fillers.version)
  const chosen = () => database.prepare('SELECT fillers FROM transcripts').get()
  expect(chosen()).toEqual({ fillers: null })
  expect(() => database.exec("UPDATE transcripts SET fillers = 'gone'")).toThrow('CHECK')
  database.exec("UPDATE transcripts SET fillers = 'hidden'")
  expect(chosen()).toEqual({ fillers: 'hidden' })
})
