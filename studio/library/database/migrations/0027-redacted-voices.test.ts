import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { redactedVoices } from './0027-redacted-voices.ts'
import { migrations } from './migrations.ts'

it('redacted voices: those all of whose words were redacted by marks, and no others', () => {
  const database = new Database(':memory:')
  migrate(database, migrations.slice(0, redactedVoices.version - 1))
  const words = (stem: string) =>
    JSON.stringify({
      ids: [
        [stem, 0, 2],
        [`${stem}-own`, -1, 1],
      ],
      befores: ['', ' ', ' '],
      texts: ['a', 'b', 'c'],
    })
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
    INSERT INTO transcripts (id, recording_id, job_id, settings_key, language, run, state, version)
      VALUES ('t1', 'r1', NULL, 'k', 'en', '{}', 'done', 0);
  `)
  for (const [place, id] of ['all', 'some', 'silent'].entries()) {
    database
      .prepare('INSERT INTO speakers (transcript_id, id, position, colour) VALUES (?, ?, ?, ?)')
      .run('t1', id, place, place)
  }
  const paragraph = database.prepare(
    `INSERT INTO paragraphs (transcript_id, id, position, speaker_id, language, kind, start_ms, words, text)
     VALUES ('t1', ?, ?, ?, 'en', 'speech', 0, ?, 'a b c')`,
  )
  paragraph.run('p1', 1, 'all', words('x'))
  paragraph.run('p2', 2, 'some', words('y'))
  paragraph.run('p3', 3, 'all', words('z'))
  const mark = database.prepare(
    `INSERT INTO marks (transcript_id, id, position, kind, from_word_id, to_word_id) VALUES ('t1', ?, ?, ?, ?, ?)`,
  )
  mark.run('m1', 0, 'redaction', 'x.0', 'x-own')
  mark.run('m2', 1, 'redaction', 'y.1', 'z-own')
  mark.run('m3', 2, 'comment', 'y.0', 'y.0')
  migrate(database, migrations.slice(0, redactedVoices.version))
  expect(versionOf(database)).toBe(redactedVoices.version)
  const redacted = database.prepare('SELECT id FROM speakers WHERE redacted = 1').pluck().all()
  expect(redacted).toEqual(['all'])
  expect(() => database.exec('UPDATE speakers SET redacted = 2')).toThrow('CHECK')
})
