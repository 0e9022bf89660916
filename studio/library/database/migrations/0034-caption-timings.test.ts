import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { captionTimings } from './0034-caption-timings.ts'
import { migrations } from './migrations.ts'

it('caption timings: captions of every transcript before are shown when their words are said', () => {
  const database = new Database(':memory:')
  migrate(database, migrations.slice(0, captionTimings.version - 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
    INSERT INTO transcripts (id, recording_id, job_id, settings_key, language, run, state, version)
      VALUES ('t1', 'r1', NULL, 'k', 'en', '{}', 'done', 0);
  `)
  migrate(database, migrations.slice(0, captionTimings.version))
  expect(versionOf(database)).toBe(captionTimings.version)
  const timing = () => database.prepare('SELECT caption_timing AS timing FROM transcripts').get()
  expect(timing()).toEqual({ timing: null })
  expect(() => database.exec("UPDATE transcripts SET caption_timing = 'later'")).toThrow('CHECK')
  database.exec(`UPDATE transcripts SET caption_timing = '{"offsetMs":500,"ratio":1}'`)
  expect(timing()).toEqual({ timing: '{"offsetMs":500,"ratio":1}' })
})
