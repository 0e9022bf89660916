import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../migrate.ts'
import { episodePeople } from './0036-episode-people.ts'
import { migrations } from './migrations.ts'

const { version } = episodePeople

it('keeps podcasts and episodes, without people, and reads the feed in full the next time', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, version - 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r', 'r', '', '', '', 0, 0, 0, 1);
    INSERT INTO podcasts VALUES ('p', 'https://a.example/f', 'A', '', '', '', '', NULL, '"state"', 'Mon', '[]', 0, 0);
    INSERT INTO episodes VALUES ('e', 'p', 'g', 0, 1, 'E', NULL, NULL, '', '', '', '', '', NULL, NULL, '[]', '', 'r');
    INSERT INTO recording_sources VALUES ('r', 'A', NULL, '', '', NULL);
  `)
  migrate(database, migrations.slice(0, version))
  const row = (sql: string) => database.prepare(sql).get()
  expect(row('SELECT id, recording_id, people FROM episodes')).toEqual({
    id: 'e',
    recording_id: 'r',
    people: '[]',
  })
  expect(row('SELECT podcast, people FROM recording_sources')).toEqual({ podcast: 'A', people: '[]' })
  expect(row('SELECT title, etag, modified FROM podcasts')).toEqual({
    title: 'A',
    etag: null,
    modified: null,
  })
})
