import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { listedRecordings } from './0025-listed-recordings.ts'
import { migrations } from './migrations.ts'

const { version } = listedRecordings

/** The former query of the list, from all tables. */
const COUNTED = `SELECT recordings.number, recordings.id AS recording_id, added_at_ms,
    coalesce((SELECT duration_ms FROM tracks WHERE recording_id = recordings.id ORDER BY track_index LIMIT 1),
      (SELECT duration_ms FROM recorded WHERE recording_id = recordings.id), 0) AS duration_ms,
    CASE WHEN transcripts.state = 'done' AND to_check > 0 THEN 'to-check'
      WHEN transcripts.state = 'done' AND to_check = 0 AND (
        SELECT count(*) FROM paragraphs WHERE transcript_id = transcripts.id AND kind = 'speech' AND text <> ''
      ) > 0 THEN 'checked' END AS filter,
    CASE WHEN transcripts.state = 'done' AND to_check IS NOT NULL
      THEN coalesce(1.0 * checked / nullif(to_check + checked, 0), 1) ELSE 2 END AS share_checked
  FROM recordings
  LEFT JOIN current_transcripts ON current_transcripts.recording_id = recordings.id
  LEFT JOIN transcripts ON transcripts.id = current_transcripts.id
  LEFT JOIN transcript_places ON transcript_places.transcript_id = current_transcripts.id
  ORDER BY recordings.number`
const STORED = `SELECT number, recording_id, added_at_ms, duration_ms, filter, share_checked FROM listed_recordings
  ORDER BY number`

function opened(): Database.Database {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, version - 1))
  return database
}

/** `$t`: even ones have words, odd ones have none. */
const actions = {
  record: `INSERT OR IGNORE INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
    VALUES ($r, $r, '', '', $r, 0, 0, $n, 1)`,
  later: 'UPDATE recordings SET added_at_ms = $n WHERE id = $r',
  track: `INSERT OR REPLACE INTO tracks SELECT id, $n % 3, $n, 0, 'p', 'c', '{}' FROM recordings WHERE id = $r`,
  longer: 'UPDATE tracks SET duration_ms = $n WHERE recording_id = $r',
  noTrack: 'DELETE FROM tracks WHERE recording_id = $r AND track_index = $n % 3',
  recorded: `INSERT OR REPLACE INTO recorded SELECT id, id, 0, 0, $n, 0, '{}' FROM recordings WHERE id = $r`,
  notRecorded: 'DELETE FROM recorded WHERE recording_id = $r',
  add: `INSERT OR IGNORE INTO transcripts (id, recording_id, settings_key, language, run, state, version)
    SELECT $t, id, '', '', '{}', 'running', 0 FROM recordings WHERE id = $r`,
  words: `INSERT OR IGNORE INTO paragraphs (transcript_id, id, position, language, kind, words, text)
    SELECT id, 'p', 0, '', 'speech', '{}', 'w' FROM transcripts WHERE id = $t AND $t IN ('t0', 't2')`,
  finish: "UPDATE transcripts SET state = 'done' WHERE id = $t",
  resume: "UPDATE transcripts SET state = 'running' WHERE id = $t",
  renew: 'UPDATE transcripts SET number = (SELECT max(number) + 1 FROM transcripts) WHERE id = $t',
  count: `INSERT INTO transcript_places SELECT id, 0, $n % 2, $n % 5 FROM transcripts WHERE id = $t
    ON CONFLICT (transcript_id) DO UPDATE SET to_check = excluded.to_check, checked = excluded.checked`,
  forget: 'DELETE FROM transcript_places WHERE transcript_id = $t',
  edit: `INSERT INTO edits (transcript_id, number, base_number, edit, inverse, step_id)
    SELECT id, (SELECT count(*) + 1 FROM edits WHERE transcript_id = $t), 0, '{}', '{}', 's' FROM transcripts WHERE id = $t`,
  remove: 'DELETE FROM transcripts WHERE id = $t',
  delete: 'DELETE FROM recordings WHERE id = $r',
} as const
const action = fc.record({
  name: fc.constantFrom(...(Object.keys(actions) as (keyof typeof actions)[])),
  t: fc.constantFrom('t0', 't1', 't2', 't3'),
  r: fc.constantFrom('r0', 'r1', 'r2'),
  n: fc.nat(9),
})
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never

function run(database: Database.Database, { name, ...values }: Action): void {
  const used = Object.entries(values).filter(([key]) => actions[name].includes(`$${key}`))
  database.prepare(actions[name]).run(Object.fromEntries(used))
}

it('the list’s own rows are what is counted from all tables, whatever happens to them', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), fc.nat(60), (all, before) => {
      const database = opened()
      for (const one of all.slice(0, before)) run(database, one)
      migrate(database, migrations.slice(0, version))
      expect(versionOf(database)).toBe(version)
      expect(database.prepare(STORED).all()).toEqual(database.prepare(COUNTED).all())
      for (const one of all.slice(before)) {
        // Words are counted with the places: a transcript that gets its words later is counted again.
        run(database, one)
        if (one.name === 'words') run(database, { ...one, name: 'count' })
        expect(database.prepare(STORED).all()).toEqual(database.prepare(COUNTED).all())
      }
      database.close()
    }),
    { numRuns: 60 },
  )
})

it('a title is placed when the library is migrated, and no longer once it changes', () => {
  const database = opened()
  for (const r of ['r2', 'r0', 'r1'] as const) run(database, { name: 'record', r, t: 't0', n: 1 })
  migrate(database, migrations.slice(0, version))
  const order = () =>
    database.prepare('SELECT recording_id FROM listed_recordings ORDER BY title_place').pluck().all()
  expect(order()).toEqual(['r0', 'r1', 'r2'])
  database.exec("UPDATE recordings SET title = 'z' WHERE id = 'r1'; UPDATE recordings SET title = title")
  expect(
    database.prepare('SELECT recording_id FROM listed_recordings WHERE title_place IS NULL').pluck().all(),
  ).toEqual(['r1'])
})
