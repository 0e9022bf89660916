import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, versionOf } from '../migrate.ts'
import { checkedChanges } from './0038-checked-changes.ts'
import { migrations } from './migrations.ts'

it('changes of moments and cuts stay what they are, and go with their recording', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, checkedChanges.version - 1))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'r1', '/r1.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
    INSERT INTO moment_changes VALUES ('r1', 1, 'm1', NULL, '{"id":"m1"}', '{"t":3}', 's1', NULL, 'moment');
    INSERT INTO moment_changes VALUES ('r1', 2, 'c1', '{"id":"c1"}', NULL, '{}', 's2', 's1', 'cut-stretch');
  `)
  const rows = () => database.prepare('SELECT * FROM moment_changes ORDER BY number').all()
  const before = rows()
  migrate(database, migrations.slice(0, checkedChanges.version))
  expect(versionOf(database)).toBe(checkedChanges.version)
  expect(rows()).toEqual(before)
  database.exec(
    `INSERT INTO moment_changes VALUES ('r1', 3, 't', NULL, '1700000000000', '{}', 's3', NULL, 'checked')`,
  )
  expect(() =>
    database.exec(`INSERT INTO moment_changes VALUES ('r1', 4, 'x', NULL, '1', '{}', 's4', NULL, 'other')`),
  ).toThrow('CHECK')
  const plan = database.prepare(`EXPLAIN QUERY PLAN SELECT 1 FROM moment_changes
    WHERE recording_id = 'r1' AND step_id = 's1'`)
  expect(JSON.stringify(plan.all())).toContain('moment_changes_by_step')
  database.exec("DELETE FROM recordings WHERE id = 'r1'")
  expect(rows()).toEqual([])
})
