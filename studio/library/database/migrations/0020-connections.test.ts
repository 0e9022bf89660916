import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { connections } from './0020-connections.ts'
import { migrations } from './migrations.ts'

it('the list of connections begins empty, on the day of the update; recordings and settings stay', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, connections.version - 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
    INSERT INTO settings (name, value) VALUES ('theme', '"dark"');
  `)
  const rows = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()
  const before = rows('recordings')
  migrate(database, migrations.slice(0, connections.version))
  expect(versionOf(database)).toBe(connections.version)
  expect(rows('recordings')).toEqual(before)
  expect(rows('connections')).toEqual([])
  expect(rows('settings')).toEqual([{ name: 'theme', value: '"dark"' }])
  const [list] = rows('connection_lists') as { since_ms: number }[]
  expect(Math.abs(Date.now() - (list?.since_ms ?? 0))).toBeLessThan(60_000)
  const add = (endedAtMs: number | null, outcome: string | null) =>
    database
      .prepare(
        `INSERT INTO connections (started_at_ms, ended_at_ms, host, purpose, asked_by, pid, outcome)
          VALUES (1, ?, 'example.org', 'model', 'models', 7, ?)`,
      )
      .run(endedAtMs, outcome)
  expect(() => add(2, null)).toThrow('CHECK constraint')
  expect(() => add(null, 'complete')).toThrow('CHECK constraint')
  add(null, null)
  expect(rows('connections')).toMatchObject([{ number: 1, url: null, sent_bytes: 0, received_bytes: 0 }])
})
