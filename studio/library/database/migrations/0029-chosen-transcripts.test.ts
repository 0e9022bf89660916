import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../migrate.ts'
import { chosenTranscripts } from './0029-chosen-transcripts.ts'
import { migrations } from './migrations.ts'

const { version } = chosenTranscripts

it('the whole recording is shown again where a transcript of a part was in its place, unless it is trimmed to it', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, version - 1))
  const run = (settings: object) => JSON.stringify({ settings })
  for (const id of ['whole', 'trimmed', 'alone']) {
    database
      .prepare(
        `INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
         VALUES (?, ?, '', '', '', 0, 0, 0, 1)`,
      )
      .run(id, id)
    database.prepare("INSERT INTO tracks VALUES (?, 0, 60000, 0, '', '', '{}')").run(id)
  }
  database.prepare("INSERT INTO trims VALUES ('trimmed', 1000, 20000)").run()
  const add = database.prepare(
    `INSERT INTO transcripts (id, recording_id, settings_key, language, run, state, version)
     VALUES (?, ?, '', '', ?, 'done', 0)`,
  )
  add.run('all', 'whole', run({}))
  add.run('to the end', 'whole', run({ toMs: 60_000 }))
  add.run('beginning', 'whole', run({ toMs: 10_000 }))
  add.run('before', 'trimmed', run({}))
  add.run('kept', 'trimmed', run({ fromMs: 1_000, toMs: 20_000 }))
  add.run('only', 'alone', run({ fromMs: 5_000 }))
  const current = () =>
    database.prepare('SELECT id FROM current_transcripts ORDER BY recording_id').pluck().all()
  expect(current()).toEqual(['only', 'kept', 'beginning'])

  migrate(database, migrations.slice(0, version))
  expect(current()).toEqual(['only', 'kept', 'to the end'])

  database.prepare("UPDATE transcripts SET rank = 1 WHERE id = 'beginning'").run()
  expect(current()).toEqual(['only', 'kept', 'beginning'])
})
