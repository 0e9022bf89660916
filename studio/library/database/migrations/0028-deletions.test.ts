import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { deletions } from './0028-deletions.ts'
import { migrations } from './migrations.ts'

it('deletions outlive their recording, and files that an older program left are deleted by the next start', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, deletions.version - 1))
  const add = database.prepare(
    `INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
     VALUES (?, ?, ?, 'a', 'a', 10, 1.5, 2, 1)`,
  )
  const places: Record<string, string> = {
    own: '/library/media/abc/a.mka',
    windows: 'C:\\library\\media\\def\\a.mka',
    elsewhere: '/home/a.mka',
    stays: '/library/media/ghi/a.mka',
  }
  for (const [id, path] of Object.entries(places)) add.run(id, id, path)
  for (const id of ['own', 'windows', 'elsewhere'])
    database.prepare("INSERT INTO sound_deletions VALUES (?, NULL, '2026-12-10')").run(id)
  database.prepare("INSERT INTO sound_deletions VALUES ('stays', '2026-12-10', NULL)").run()
  migrate(database, migrations.slice(0, deletions.version))
  expect(versionOf(database)).toBe(deletions.version)
  const rows = () =>
    database
      .prepare('SELECT recording_id, places, names, in_backups FROM deletions ORDER BY number')
      .raw()
      .all()
  const expected = [
    ['own', '["media/abc","cache/own"]', '[]', 0],
    ['windows', '["media/def","cache/windows"]', '[]', 0],
    ['elsewhere', '["cache/elsewhere"]', '[]', 0],
  ]
  expect(rows()).toEqual(expected)
  database.exec("DELETE FROM recordings WHERE id = 'own'")
  expect(rows()).toEqual(expected)
})
