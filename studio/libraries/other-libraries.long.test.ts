import Database from 'better-sqlite3'
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { otherDrive } from '../drives/testing/hung-drive.ts'
import { migrate } from '../library/database/migrate.ts'
import { APPLICATION_ID } from '../library/database/connection.ts'
import { LIBRARY_VERSION, migrations } from '../library/database/migrations/migrations.ts'
import { begunTranscript, openedCalls, paragraph, temporaryFolder } from '../library/testing/fixtures.ts'
import { noteMove } from '../library/moved-library.ts'
import { OtherLibraries } from './other-libraries.ts'

/** A closed library with one paragraph. */
function closedLibrary(text = 'the old workshop'): { readonly folder: string; readonly recordingId: string } {
  const calls = openedCalls()
  const { recording, transcriptId } = begunTranscript(calls)
  calls.putParagraphs(transcriptId, [paragraph('p1', text)])
  calls.finishTranscript(transcriptId)
  calls.store.close()
  return { folder: calls.folder, recordingId: recording.id }
}

function searched(idleMs?: number): OtherLibraries {
  const others = new OtherLibraries(idleMs)
  onTestFinished(() => others.close())
  return others
}

/** A library as left by a program of that version. */
function libraryOfVersion(version: number): string {
  const folder = temporaryFolder()
  const database = new Database(path.join(folder, 'library.db'))
  database.pragma('journal_mode = WAL')
  database.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(database, migrations.slice(0, version))
  database.exec(`
    INSERT INTO recordings (id, sha256, path, file_name, title, bytes, mtime_ms, added_at_ms, seen)
      VALUES ('r1', 'a', '/a.mp3', 'a.mp3', 'Workshop', 10, 1.5, 2, 1);
    INSERT INTO transcripts (id, recording_id, settings_key, language, run, state, version)
      VALUES ('t1', 'r1', 'k', 'en', '{}', 'done', 1);
    INSERT INTO paragraphs (transcript_id, id, position, language, kind, words, text) VALUES ('t1', 'p1', 1, 'en', 'speech',
      '{"ids":[],"befores":[],"texts":[],"startsMs":[],"endsMs":[],"confidences":[],"origins":[]}', 'the old workshop');
  `)
  database.close()
  return folder
}

it('finds in a library that is closed, without changing a byte of its database', async () => {
  const { folder, recordingId } = closedLibrary()
  const file = path.join(folder, 'library.db')
  const before = readFileSync(file)
  const others = searched()
  const found = await others.search(folder, 'workshop', 10)
  expect(found.hits).toMatchObject([
    { recordingId, snippet: 'the old workshop', words: [{ text: 'workshop' }] },
  ])
  expect(found.recordings).toMatchObject([{ recordingId, durationMs: null }])
  expect((await others.search(folder, 'meeting', 10)).titles).toMatchObject([{ recordingId }])
  await others.close()
  expect(readFileSync(file).equals(before)).toBe(true)
})

it('finds what another program writes meanwhile', async () => {
  const calls = openedCalls()
  const others = searched()
  expect((await others.search(calls.folder, 'workshop', 10)).hits).toEqual([])
  const { transcriptId } = begunTranscript(calls)
  calls.putParagraphs(transcriptId, [paragraph('p1', 'the old workshop')])
  calls.finishTranscript(transcriptId)
  expect((await others.search(calls.folder, 'workshop', 10)).hits).toHaveLength(1)
})

it('searches a library of an older program as it is', async () => {
  const folder = libraryOfVersion(11)
  const found = await searched().search(folder, 'workshop', 10)
  expect(found.titles).toHaveLength(1)
  const database = new Database(path.join(folder, 'library.db'))
  expect(database.pragma('user_version', { simple: true })).toBe(11)
  database.close()
})

it('tells what keeps a library from being searched, and searches the others all the same', async () => {
  const others = searched()
  const { folder } = closedLibrary()
  const damaged = closedLibrary().folder
  writeFileSync(path.join(damaged, 'library.db'), 'no database at all'.repeat(100))
  const newer = closedLibrary().folder
  const database = new Database(path.join(newer, 'library.db'))
  database.pragma(`user_version = ${LIBRARY_VERSION + 1}`)
  database.close()
  const faults = await Promise.allSettled(
    [damaged, newer, libraryOfVersion(10), path.join(folder, 'nothing'), folder].map((one) =>
      others.search(one, 'workshop', 10),
    ),
  )
  const codes = faults.map((one) =>
    one.status === 'rejected' ? (one.reason as { code: string }).code : null,
  )
  expect(codes).toEqual([
    'library.damaged',
    'library.newer-version',
    'library.too-old',
    'library.missing',
    null,
  ])
  expect(readFileSync(path.join(damaged, 'library.db'), 'utf8')).toMatch(/^no database/u)
})

it('tells damage inside the file, and writes nothing about it', async () => {
  const { folder } = closedLibrary(Array.from({ length: 3_000 }, (_, index) => `word${index}`).join(' '))
  const file = path.join(folder, 'library.db')
  const bytes = readFileSync(file)
  bytes.fill(0xa5, 4096)
  writeFileSync(file, bytes)
  rmSync(`${file}.checked`, { force: true })
  await expect(searched().search(folder, 'word7', 10)).rejects.toMatchObject({ code: 'library.damaged' })
  expect(() => readFileSync(`${file}.checked`)).toThrow('ENOENT')
})

it('searches the library that is there now where it was replaced, or moved', async () => {
  const { folder } = closedLibrary('the first')
  const others = searched()
  expect((await others.search(folder, 'first', 10)).hits).toHaveLength(1)
  const next = closedLibrary('the second').folder
  renameSync(path.join(next, 'library.db'), path.join(folder, 'library.db'))
  for (const suffix of ['-wal', '-shm']) rmSync(path.join(folder, `library.db${suffix}`), { force: true })
  expect((await others.search(folder, 'second', 10)).hits).toHaveLength(1)
  const moved = path.join(temporaryFolder(), 'moved')
  mkdirSync(moved)
  cpSync(path.join(folder, 'library.db'), path.join(moved, 'library.db'))
  rmSync(path.join(folder, 'library.db'))
  noteMove(folder, moved)
  expect((await others.search(folder, 'second', 10)).hits).toHaveLength(1)
})

it('opens a library again that was idle', async () => {
  const { folder } = closedLibrary()
  const others = searched(0)
  expect((await others.search(folder, 'workshop', 10)).hits).toHaveLength(1)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect((await others.search(folder, 'workshop', 10)).hits).toHaveLength(1)
  expect(await Promise.all([1, 2, 3].map(() => others.search(folder, 'workshop', 10)))).toHaveLength(3)
})

it('is searched by the process of its drive, which others do not wait for where it does not answer', async () => {
  const { folder } = closedLibrary('on the other drive')
  const own = closedLibrary('on this drive')
  const drive = otherDrive(folder, { silentMs: 5_000 })
  const others = searched()
  const found = await others.search(folder, 'drive', 10)
  expect(found.hits).toMatchObject([{ snippet: 'on the other drive', words: [{ text: 'drive' }] }])
  expect(drive.asked.map((message) => message.kind === 'do' && message.request.kind)).toContain(
    'search-library',
  )
  // It has the same faults.
  const missing = path.join(folder, 'none')
  await expect(others.search(missing, 'drive', 10)).rejects.toMatchObject({
    code: 'library.missing',
    values: { folder: missing },
  })
  drive.hang()
  const hung = others.search(folder, 'drive', 10)
  expect((await others.search(own.folder, 'drive', 10)).hits).toHaveLength(1)
  await expect(hung).rejects.toMatchObject({ code: 'drive.silent', values: { drive: folder } })
})
