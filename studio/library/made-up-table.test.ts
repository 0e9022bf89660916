import Database from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { migrate } from './database/migrate.ts'
import { migrations } from './database/migrations/migrations.ts'
import { isWithoutWork } from './database/restored-database.ts'
import { copyReadableRows } from './database/salvage-rows.ts'
import { newRecording, openedCalls } from './testing/fixtures.ts'

vi.mock('./all-tables.ts', async (importOriginal) => {
  const known = await importOriginal<typeof import('./all-tables.ts')>()
  const madeUp: (typeof known.allTables)[number] = {
    name: 'made_up',
    whenDeleted: 'deleted',
    whenJoined: 'moved',
    whenTrimmed: (store, recordingId, { startMs }) =>
      store.run('UPDATE made_up SET at_ms = at_ms - ? WHERE recording_id = ?', startMs, recordingId),
    isWork: 'at_ms > 0',
    whenRepaired: 'uncounted',
    whenCopied: 'DELETE FROM made_up WHERE at_ms < 0',
    foundBy: { labels: '(SELECT label FROM made_up WHERE recording_id = recordings.id)' },
  }
  const madeUpLog: (typeof known.allTables)[number] = {
    name: 'made_up_log',
    whenDeleted: (database, recordingId, place) =>
      database.prepare('DELETE FROM made_up_log WHERE line = ?').run(`${place} ${recordingId}`),
    whenJoined: 'kept',
    whenTrimmed: 'kept',
    isWork: false,
    whenRepaired: 'left-out',
    whenCopied: null,
    foundBy: null,
  }
  return { allTables: [...known.allTables, madeUp, madeUpLog] }
})

vi.mock('./database/migrations/migrations.ts', async (importOriginal) => {
  const { migrations: known } = await importOriginal<typeof import('./database/migrations/migrations.ts')>()
  const up = (database: Database.Database): unknown =>
    database.exec(`
      CREATE TABLE made_up (
        recording_id TEXT PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
        at_ms INTEGER NOT NULL,
        label TEXT NOT NULL
      ) STRICT;
      CREATE TABLE made_up_log (line TEXT PRIMARY KEY) STRICT;
    `)
  return { migrations: [...known, { version: known.length + 1, name: 'made up', up }] }
})

function withRows() {
  const calls = openedCalls()
  const put = (recordingId: string, atMs: number) =>
    calls.store.run('INSERT INTO made_up VALUES (?, ?, ?)', recordingId, atMs, 'quetzal')
  const rows = () => calls.store.rows('SELECT recording_id AS id, at_ms AS atMs FROM made_up')
  return { ...calls, put, rows }
}

it('is joined, deleted, and found', () => {
  const { put, rows, store, ...calls } = withRows()
  const [from, to] = [
    calls.addRecording(newRecording('text', { bytes: 0 })),
    calls.addRecording(newRecording('sound')),
  ]
  put(from.id, 7)
  expect(calls.titlesWith('quetzal', 9)).toEqual([{ recordingId: from.id, title: 'text' }])
  calls.moveToRecording(from.id, to.id)
  expect(rows()).toEqual([{ id: to.id, atMs: 7 }])
  for (const line of [`library ${to.id}`, `library ${from.id}`])
    store.run('INSERT INTO made_up_log VALUES (?)', line)
  calls.deleteRecording(to.id)
  expect(rows()).toEqual([])
  expect(store.rows('SELECT line FROM made_up_log')).toEqual([{ line: `library ${from.id}` }])
})

it('is trimmed', () => {
  const { put, rows, ...calls } = withRows()
  const { id } = calls.addRecording(newRecording('sound'))
  put(id, 3_000)
  const part = { startMs: 1_000, endMs: 9_000 }
  calls.setTrim(id, part)
  calls.replaceWithPart(id, part, { recording: newRecording('part'), transcripts: [] })
  expect(rows()).toEqual([{ id, atMs: 2_000 }])
})

it('goes from backups, where they have it', () => {
  const { put, store, ...calls } = withRows()
  const { id } = calls.addRecording(newRecording('sound'))
  put(id, 1)
  store.run('INSERT INTO made_up_log VALUES (?)', `backup ${id}`)
  const file = `${calls.folder}/backups/library-version-1.db`
  calls.copyDatabase(file)
  expect(calls.deleteInBackups(id)).toBe(1)
  const backup = new Database(file, { readonly: true })
  expect(backup.prepare('SELECT * FROM made_up').all()).toEqual([])
  expect(backup.prepare('SELECT * FROM made_up_log').all()).toEqual([])
  backup.close()
})

it('is repaired, and its work is seen', () => {
  const [source, target] = [new Database(':memory:'), new Database(':memory:')]
  for (const database of [source, target]) migrate(database, migrations)
  expect(isWithoutWork(source)).toBe(true)
  source.pragma('foreign_keys = OFF')
  source.exec("INSERT INTO made_up VALUES ('r1', 0, 'a'); INSERT INTO made_up_log VALUES ('b')")
  expect(isWithoutWork(source)).toBe(true)
  source.exec(`
    INSERT INTO made_up VALUES ('r2', 1, 'a'), ('r3', -1, 'c');
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r2', 'r2', '/r2', 'a', 'a', 1, 1, 1, 1), ('r3', 'r3', '/r3', 'a', 'a', 1, 1, 1, 1);
  `)
  expect(isWithoutWork(source)).toBe(false)
  expect(copyReadableRows(source, target)).toBe(2)
  expect(target.prepare('SELECT recording_id, at_ms FROM made_up').raw().all()).toEqual([['r2', 1]])
  expect(target.prepare('SELECT * FROM made_up_log').all()).toEqual([])
})
