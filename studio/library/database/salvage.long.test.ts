import Database from 'better-sqlite3'
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from './open-store.ts'
import { unpackTranscript } from '../stored-transcript.ts'
import {
  begunTranscript,
  newRecording,
  openedCalls,
  paragraph,
  speaker,
  temporaryFolder,
} from '../testing/fixtures.ts'

const PAGE_BYTES = 4096

/** A library with a corrected transcript of many paragraphs and twenty other recordings, closed. */
function closedLibrary() {
  const calls = openedCalls()
  const { recording, job, transcriptId } = begunTranscript(calls)
  calls.saveSpeakersAndTurns(transcriptId, [speaker('s1', 'Ada')], [], [])
  const text = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')
  const paragraphs = Array.from({ length: 100 }, (_, index) => paragraph(`p${index}`, text, index * 40_000))
  calls.putParagraphs(transcriptId, paragraphs)
  const rename = { kind: 'rename-speaker', id: 'e1', speakerId: 's1', name: 'Bo' } as const
  calls.applyEdits(transcriptId, [rename], { baseNumber: 0 })
  for (let number = 0; number < 20; number += 1) calls.addRecording(newRecording(`r${number}`))
  const claim = calls.claimJob(job.id, calls.self)
  if (!('lease' in claim)) throw new Error('not claimed')
  const transcript = unpackTranscript(calls.storedTranscript(transcriptId))
  const recordings = calls.recordings()
  calls.store.close()
  const file = join(calls.folder, 'library.db')
  return { folder: calls.folder, file, recording, job, transcript, recordings, bytes: readFileSync(file) }
}

/** The page with the middle rows of a table. */
function pageInMiddleOf(file: string, table: string): number {
  const database = new Database(file, { readonly: true })
  const pages = database
    .prepare<[string], { pageno: number }>(
      "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno",
    )
    .all(table)
  database.close()
  return pages[Math.floor(pages.length / 2)]?.pageno ?? 0
}

function overwrite(file: string, at: number, count: number): Buffer {
  const bytes = readFileSync(file)
  bytes.fill(0xa5, at, at + count)
  writeFileSync(file, bytes)
  return bytes
}

describe('a damaged library', () => {
  it('gives back all but what stood in the damaged place, and keeps the damaged file', () => {
    const { folder, file, transcript, recordings, job } = closedLibrary()
    const page = pageInMiddleOf(file, 'paragraphs')
    const damaged = overwrite(file, (page - 1) * PAGE_BYTES, PAGE_BYTES)
    const calls = openedCalls(folder)
    expect(calls.report?.damagedKeptAt).toBe(join(folder, 'backups', 'damaged-1'))
    expect(readFileSync(join(folder, 'backups', 'damaged-1', 'library.db')).equals(damaged)).toBe(true)
    expect(readdirSync(join(folder, 'backups', 'damaged-1'))).toEqual(['library.db'])
    expect(calls.recordings()).toEqual(recordings)

    const saved = unpackTranscript(calls.storedTranscript(transcript.id))
    expect({ ...saved, paragraphs: [] }).toEqual({ ...transcript, paragraphs: [] })
    expect(saved.paragraphs.length).toBeGreaterThan(80)
    expect(saved.paragraphs.length).toBeLessThan(100)
    for (const one of saved.paragraphs) expect(transcript.paragraphs).toContainEqual(one)
    // Rows on both sides of the damage are there.
    expect([saved.paragraphs[0]?.id, saved.paragraphs.at(-1)?.id]).toEqual(['p0', 'p99'])
    expect(calls.search('word59', 1000)).toHaveLength(saved.paragraphs.length)
    expect(calls.edits(transcript.id)).toHaveLength(1)
    // recordings, job, transcript, speaker, edit and the paragraphs
    expect(calls.report?.salvagedRows).toBe(recordings.length + 4 + saved.paragraphs.length)
    expect(calls.job(job.id)).toMatchObject({ state: 'queued', holder: null })
    expect(calls.eventsSince(0).at(-1)?.kind).toBe('library-salvaged')
  })

  it('is mended once, then opens as any other', () => {
    const { folder, file, recordings } = closedLibrary()
    overwrite(file, (pageInMiddleOf(file, 'paragraphs') - 1) * PAGE_BYTES, PAGE_BYTES)
    openedCalls(folder).store.close()
    const calls = openedCalls(folder)
    expect(calls.report).toBeNull()
    expect(calls.recordings()).toEqual(recordings)
    calls.addRecording(newRecording('new'))
    expect(calls.store.database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(calls.store.database.pragma('foreign_key_check')).toEqual([])
  })

  it('is found where only JSON inside a row is damaged', () => {
    const { folder, file, bytes, transcript } = closedLibrary()
    // Pages keep stale bytes of rows that moved elsewhere, so every copy is damaged.
    const wanted = '"ids":[["p42w"'
    for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) overwrite(file, at, 1)
    const calls = openedCalls(folder)
    expect(calls.report).not.toBeNull()
    expect(unpackTranscript(calls.storedTranscript(transcript.id)).paragraphs).toHaveLength(99)
  })

  it('is mended where an index alone is damaged, without a loss', () => {
    const { folder, file, recordings, transcript } = closedLibrary()
    overwrite(file, (pageInMiddleOf(file, 'paragraphs_in_order') - 1) * PAGE_BYTES, 200)
    const calls = openedCalls(folder)
    expect(calls.report).not.toBeNull()
    expect(calls.recordings()).toEqual(recordings)
    expect(unpackTranscript(calls.storedTranscript(transcript.id))).toEqual(transcript)
  })

  it.each([
    ['the header', 100],
    ['the whole first page', PAGE_BYTES],
  ])('is read though %s is gone', (_name, count) => {
    const { folder, file, recordings, transcript } = closedLibrary()
    overwrite(file, 0, count)
    const calls = openedCalls(folder)
    expect(calls.report).not.toBeNull()
    expect(calls.recordings()).toEqual(recordings)
    expect(unpackTranscript(calls.storedTranscript(transcript.id))).toEqual(transcript)
  })

  // Wherever it was truncated: within the schema's pages, or within those on which tables begin.
  it.each([0.3, 0.45, 0.5, 0.55, 0.8])('is read as far as it goes where it was cut off at %d', (share) => {
    const { folder, file, bytes } = closedLibrary()
    writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length * share) + 100))
    const calls = openedCalls(folder)
    expect(calls.report?.salvagedRows).toBeGreaterThan(0)
    expect(calls.store.database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(calls.store.database.pragma('foreign_key_check')).toEqual([])
  })

  it.each([
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('this is no database\n'.repeat(1000))],
    ['noise', Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * index * 31) % 251))],
    ['one byte', Buffer.from('x')],
  ])('is kept and made anew where the file is %s', (_name, content) => {
    const { folder, file } = closedLibrary()
    writeFileSync(file, content)
    const calls = openedCalls(folder)
    expect(calls.report).toEqual({ damagedKeptAt: join(folder, 'backups', 'damaged-1'), salvagedRows: 0 })
    expect(readFileSync(join(folder, 'backups', 'damaged-1', 'library.db')).equals(content)).toBe(true)
    expect(calls.recordings()).toEqual([])
    calls.addRecording(newRecording('a'))
    calls.store.close()
    writeFileSync(file, content)
    expect(openedCalls(folder).report?.damagedKeptAt).toBe(join(folder, 'backups', 'damaged-2'))
  })

  it('loses nothing that is in the WAL of a killed program', () => {
    const { folder: original, recordings } = closedLibrary()
    const running = openedCalls(original)
    running.addRecording(newRecording('in the wal'))
    const folder = temporaryFolder()
    const file = join(folder, 'library.db')
    for (const suffix of ['', '-wal']) copyFileSync(join(original, `library.db${suffix}`), file + suffix)
    overwrite(file, (pageInMiddleOf(join(original, 'library.db'), 'paragraphs') - 1) * PAGE_BYTES, PAGE_BYTES)
    const repaired = openedCalls(folder)
    expect(repaired.report).not.toBeNull()
    expect(repaired.recordings()).toHaveLength(recordings.length + 1)
  })

  it('takes along no row whose recording is lost', () => {
    const { folder, file, recording } = closedLibrary()
    const page = pageInMiddleOf(file, 'recordings')
    overwrite(file, (page - 1) * PAGE_BYTES, PAGE_BYTES)
    const { store, report } = openStore(folder)
    expect(report).not.toBeNull()
    expect(store.database.pragma('foreign_key_check')).toEqual([])
    const kept = store.rows<{ id: string }>('SELECT id FROM recordings').map((row) => row.id)
    const transcripts = store.rows<{ recording_id: string }>('SELECT recording_id FROM transcripts')
    store.close()
    expect(transcripts).toEqual(kept.includes(recording.id) ? [{ recording_id: recording.id }] : [])
  })
})
