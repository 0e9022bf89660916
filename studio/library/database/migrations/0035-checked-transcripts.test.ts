import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../migrate.ts'
import { checkedTranscripts } from './0035-checked-transcripts.ts'
import { migrations } from './migrations.ts'

const { version } = checkedTranscripts

it('no transcript that is there counts as checked by a person', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, version - 1))
  database
    .prepare(
      `INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
       VALUES ('r', 'r', '', '', '', 0, 0, 0, 1)`,
    )
    .run()
  database
    .prepare(
      `INSERT INTO transcripts (id, recording_id, settings_key, language, run, state, version)
       VALUES ('t', 'r', '', '', '{}', 'done', 0)`,
    )
    .run()
  migrate(database, migrations.slice(0, version))
  expect(database.prepare('SELECT id, checked_at_ms AS checkedAtMs FROM transcripts').all()).toEqual([
    { id: 't', checkedAtMs: null },
  ])
})
