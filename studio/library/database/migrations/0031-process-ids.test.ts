import { expect, it } from 'vitest'
import { openedCalls, temporaryFolder } from '../../testing/fixtures.ts'
import { processIds } from './0031-process-ids.ts'
import { migrations } from './migrations.ts'
import { openStore } from '../open-store.ts'

it('a job that a program of version 0.1 ran when it ended is taken at once, whoever has its process number', () => {
  const folder = temporaryFolder()
  const { store } = openStore(folder, migrations.slice(0, processIds.version - 1))
  store.database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'abc', '/a.mp4', 'a.mp4', 'a', 10, 1.5, 2, 1);
    INSERT INTO jobs (id, recording_id, kind, settings_key, settings, state)
      VALUES ('r1-j1', 'r1', 'transcribe', 'k', '{}', 'running');
  `)
  store.database
    .prepare('INSERT INTO leases (job_id, pid, heartbeat_at_ms, since_ms) VALUES (?, ?, ?, ?)')
    .run('r1-j1', process.pid, Date.now(), Date.now())
  store.close()
  const calls = openedCalls(folder)
  expect(calls.claimJob('r1-j1', calls.self)).toHaveProperty('lease')
  expect(calls.job('r1-j1')?.holder).toEqual({ id: calls.self.id, pid: process.pid })
})
