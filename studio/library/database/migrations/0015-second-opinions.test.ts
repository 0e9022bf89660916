import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { secondOpinions } from './0015-second-opinions.ts'
import { migrations } from './migrations.ts'

it('second opinions go with their job and with their transcript; everything else stays', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, secondOpinions.version - 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
    INSERT INTO transcripts (id, recording_id, settings_key, language, run, state, version)
      VALUES ('t1', 'r1', 'k', 'en', '{}', 'done', 1), ('t2', 'r1', 'l', 'en', '{}', 'done', 1);
    INSERT INTO jobs (id, recording_id, kind, settings_key, settings, state)
      VALUES ('j1', 'r1', 'second-opinion', 'k', '{}', 'done'), ('j2', 'r1', 'second-opinion', 'l', '{}', 'done');
  `)
  migrate(database, migrations.slice(0, secondOpinions.version))
  expect(versionOf(database)).toBe(secondOpinions.version)
  const ids = (sql: string) => database.prepare(sql).pluck().all()
  expect(ids('SELECT id FROM jobs')).toEqual(['j1', 'j2'])
  const add = (jobId: string, transcriptId: string, opinion = '{}') =>
    database
      .prepare("INSERT INTO second_opinions VALUES (?, ?, 'en', 3, ?)")
      .run(jobId, transcriptId, opinion)
  add('j1', 't1')
  add('j2', 't2')
  expect(() => add('j3', 't1')).toThrow('FOREIGN KEY')
  expect(() => add('j1', 't1', 'no json')).toThrow('CHECK')
  database.exec("DELETE FROM jobs WHERE id = 'j1'; DELETE FROM transcripts WHERE id = 't2'")
  expect(ids('SELECT job_id FROM second_opinions')).toEqual([])
  expect(ids('SELECT id FROM jobs')).toEqual(['j2'])
})
