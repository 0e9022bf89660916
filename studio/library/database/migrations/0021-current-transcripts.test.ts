import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './migrations.ts'

/** The original rule: the newest finished transcript corrected by a person, else the newest finished one. */
const RULE = `SELECT recording_id, id FROM (
    SELECT id, recording_id, row_number() OVER (
      PARTITION BY recording_id
      ORDER BY state = 'done' DESC,
        EXISTS (SELECT 1 FROM edits WHERE edits.transcript_id = transcripts.id) DESC, number DESC
    ) AS place FROM transcripts
  ) WHERE place = 1 ORDER BY recording_id`

function opened(version: number): Database.Database {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, version))
  const add = database.prepare(
    `INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
     VALUES (?, ?, '', '', '', 0, 0, 0, 1)`,
  )
  for (const id of ['r0', 'r1', 'r2']) add.run(id, id)
  return database
}

const actions = {
  add: "INSERT OR IGNORE INTO transcripts (id, recording_id, settings_key, language, run, state, version) VALUES ($t, $r, '', '', '{}', 'running', 0)",
  finish: "UPDATE transcripts SET state = 'done' WHERE id = $t",
  resume: "UPDATE transcripts SET state = 'running' WHERE id = $t",
  move: 'UPDATE transcripts SET recording_id = $r WHERE id = $t',
  renew: 'UPDATE transcripts SET number = (SELECT max(number) + 1 FROM transcripts) WHERE id = $t',
  touch: 'UPDATE transcripts SET version = version + 1 WHERE id = $t',
  edit: `INSERT INTO edits (transcript_id, number, base_number, edit, inverse, step_id)
    SELECT id, (SELECT count(*) + 1 FROM edits WHERE transcript_id = $t), 0, '{}', '{}', 's' FROM transcripts WHERE id = $t`,
  forget: 'DELETE FROM edits WHERE transcript_id = $t',
  remove: 'DELETE FROM transcripts WHERE id = $t',
  delete: 'DELETE FROM recordings WHERE id = $r',
} as const
const action = fc.record({
  name: fc.constantFrom(...(Object.keys(actions) as (keyof typeof actions)[])),
  t: fc.constantFrom('t0', 't1', 't2', 't3', 't4'),
  r: fc.constantFrom('r0', 'r1', 'r2'),
})

function run(
  database: Database.Database,
  { name, t, r }: { name: keyof typeof actions; t: string; r: string },
) {
  const isThere = database.prepare('SELECT 1 FROM recordings WHERE id = ?').get(r) !== undefined
  if (!isThere && (name === 'add' || name === 'move')) return
  database.prepare(actions[name]).run({ t, r })
}

it('0021 stores the same current transcripts as the rule says, whatever happens to them', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), fc.nat(40), (all, before) => {
      const database = opened(20)
      for (const one of all.slice(0, before)) run(database, one)
      migrate(database, migrations.slice(0, 21))
      expect(versionOf(database)).toBe(21)
      for (const one of all.slice(before)) {
        run(database, one)
        const stored = database
          .prepare('SELECT recording_id, id FROM current_transcripts ORDER BY recording_id')
          .all()
        expect(stored).toEqual(database.prepare(RULE).all())
      }
      database.close()
    }),
    { numRuns: 60 },
  )
})
