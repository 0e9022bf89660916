import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './migrations.ts'

it('0011 keeps everything, and makes moments of imported files those of the recording', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, 10))
  const run = JSON.stringify({ program: '', version: '', models: [], settings: {} })
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
  `)
  const addTranscript = database.prepare(
    `INSERT INTO transcripts (id, recording_id, job_id, settings_key, language, run, state, version)
     VALUES (?, 'r1', NULL, ?, 'en', ?, 'done', 0)`,
  )
  const addMembers = database.prepare('INSERT INTO imported_members VALUES (?, ?)')
  const facts = { given: {}, kept: {} }
  const members = (recording: object) =>
    JSON.stringify({ extra: { document: { 'x-a': 1 }, recording }, facts })
  const decision = { id: 'm1', kind: 'decision', atMs: 1_200.4, value: 'Yes', 'x-by': 'Ruth' }
  const odd = members({ moments: [{ id: 'm9', kind: 'decision' }] })
  for (const [id, value] of [
    ['t1', members({ moments: [decision, { id: 'm2', kind: 'vote', atMs: 5 }], 'x-room': 4 })],
    ['t2', members({ moments: [{ ...decision, value: 'No' }] })],
    ['t3', odd],
    ['t4', members({ 'x-room': 5 })],
  ] as const) {
    addTranscript.run(id, id, run)
    addMembers.run(id, value)
  }
  migrate(database, migrations.slice(0, 11))
  expect(versionOf(database)).toBe(11)
  const rows = (sql: string) => database.prepare(sql).all()
  expect(rows('SELECT id, kind, at_ms, value FROM moments ORDER BY at_ms')).toEqual([
    { id: 'm2', kind: 'vote', at_ms: 5, value: 'null' },
    { id: 'm1', kind: 'decision', at_ms: 1_200, value: '"Yes"' },
  ])
  const kept = rows('SELECT members FROM imported_members ORDER BY transcript_id') as { members: string }[]
  expect(kept.map((row) => JSON.parse(row.members) as unknown)).toEqual([
    {
      extra: { document: { 'x-a': 1 }, recording: { 'x-room': 4 }, 'moment:m1': { 'x-by': 'Ruth' } },
      facts,
    },
    { extra: { document: { 'x-a': 1 }, 'moment:m1': { 'x-by': 'Ruth' } }, facts },
    JSON.parse(odd),
    JSON.parse(members({ 'x-room': 5 })),
  ])
  expect(rows('SELECT * FROM meetings')).toEqual([])
  database.exec("INSERT INTO meetings VALUES ('r1', 'today', ''); DELETE FROM recordings WHERE id = 'r1'")
  expect(rows('SELECT * FROM meetings')).toEqual([])
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
})
