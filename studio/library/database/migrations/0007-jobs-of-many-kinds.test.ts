import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { migrations } from './migrations.ts'

it('0007 keeps jobs with their leases, and takes jobs without a recording, one a kind and settings', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, 6))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp3', 'a.mp3', 'a', 10, 1.5, 2, 1);
    INSERT INTO jobs (id, recording_id, kind, settings_key, settings, state)
      VALUES ('r1-j1', 'r1', 'transcribe', 'k', '{"quick":true}', 'running');
    INSERT INTO leases (job_id, pid, start_time, heartbeat_at_ms) VALUES ('r1-j1', 7, NULL, 1);
  `)
  const rows = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()
  const before = [rows('jobs'), rows('leases')]
  migrate(database, migrations.slice(0, 7))
  expect(versionOf(database)).toBe(7)
  expect([rows('jobs'), rows('leases')]).toEqual(before)
  const add = (id: string, key: string) =>
    database
      .prepare(
        "INSERT INTO jobs (id, kind, settings_key, settings, state) VALUES (?, 'download', ?, '{}', 'queued')",
      )
      .run(id, key)
  add('j2', 'k')
  expect(() => add('j3', 'k')).toThrow('UNIQUE')
  add('j4', 'other')
  database.exec('DELETE FROM recordings')
  expect(database.prepare('SELECT id FROM jobs').pluck().all()).toEqual(['j2', 'j4'])
  expect(rows('leases')).toEqual([])
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
})
