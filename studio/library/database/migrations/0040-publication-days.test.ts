import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../migrate.ts'
import { migrations } from './migrations.ts'
import { publicationDays } from './0040-publication-days.ts'

const { version } = publicationDays

it('the list’s own day is that of publication where one is known, whatever happens to it', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, version - 1))
  const add = (id: string, addedAtMs: number) =>
    database.exec(`INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('${id}', '${id}', '', '', '', 0, 0, ${addedAtMs}, 1)`)
  const source = (id: string, publishedAtMs: number | null) =>
    database
      .prepare(
        "INSERT OR REPLACE INTO recording_sources (recording_id, podcast, published_at_ms, notes, link) VALUES (?, '', ?, '', '')",
      )
      .run(id, publishedAtMs)
  const days = () =>
    database.prepare('SELECT dated_at_ms FROM listed_recordings ORDER BY recording_id').pluck().all()
  add('r1', 10)
  add('r2', 20)
  source('r1', 5)
  migrate(database, migrations.slice(0, version))
  expect(days()).toEqual([5, 20])
  add('r3', 30)
  source('r2', null)
  source('r3', 7)
  expect(days()).toEqual([5, 20, 7])
  database.exec(`UPDATE recordings SET added_at_ms = added_at_ms + 1;
    UPDATE recording_sources SET published_at_ms = 3 WHERE recording_id = 'r2'`)
  expect(days()).toEqual([5, 3, 7])
  database.exec("DELETE FROM recording_sources WHERE recording_id IN ('r1', 'r3')")
  expect(days()).toEqual([11, 3, 31])
  database.exec("DELETE FROM recordings WHERE id = 'r2'")
  expect(days()).toEqual([11, 31])
})
