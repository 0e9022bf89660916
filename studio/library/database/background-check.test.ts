import Database from 'better-sqlite3'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { begunTranscript, newRecording, openedCalls, paragraph } from '../testing/fixtures.ts'
import { checkInBackground } from './background-check.ts'
import { openStore } from './open-store.ts'

/** A closed library with rows on many pages. */
function closedLibrary(): { readonly folder: string; readonly file: string } {
  const calls = openedCalls()
  const { transcriptId } = begunTranscript(calls)
  const text = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ')
  const paragraphs = Array.from({ length: 700 }, (_, index) => paragraph(`p${index}`, text, index * 40_000))
  calls.putParagraphs(transcriptId, paragraphs)
  calls.addRecording(newRecording('another'))
  calls.store.close()
  return { folder: calls.folder, file: join(calls.folder, 'library.db') }
}

/** Overwrites a page with rows of the table. */
function damage(file: string, table: string): void {
  const database = new Database(file, { readonly: true })
  const pages = database
    .prepare<[string], { pageno: number }>(
      "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno",
    )
    .all(table)
  database.close()
  const page = pages[Math.floor(pages.length / 2)]?.pageno ?? 0
  const bytes = readFileSync(file)
  bytes.fill(0xa5, (page - 1) * 4096, page * 4096)
  writeFileSync(file, bytes)
}

function opened(folder: string, largeBytes: number) {
  const store = openStore(folder, undefined, largeBytes)
  onTestFinished(() => store.store.close())
  return store
}

/** Whether the check, once finished, found everything sound. */
function checked(store: ReturnType<typeof opened>['store']): Promise<boolean> {
  return new Promise((resolve) => {
    const check = checkInBackground(store, () => resolve(true), 0)
    const wait = setInterval(() => {
      if (store.isDamaged) resolve(false)
    }, 1)
    onTestFinished(() => {
      clearInterval(wait)
      check.stop()
    })
  })
}

it('opens a large library at once, and finds it sound while it is used', async () => {
  const { folder } = closedLibrary()
  const { store, checkedAt, report } = opened(folder, 0)
  expect({ checkedAt, report }).toEqual({ checkedAt: null, report: null })
  expect(await checked(store)).toBe(true)
})

it('finds damage that nobody has met, which the next start repairs', async () => {
  const { folder, file } = closedLibrary()
  damage(file, 'paragraphs')
  const { store, report } = openStore(folder, undefined, 0)
  expect(report).toBeNull()
  expect(await checked(store)).toBe(false)
  store.close()
  const next = opened(folder, 0)
  expect(next.report?.damagedKeptAt).toBe(join(folder, 'backups', 'damaged-1'))
  expect(next.checkedAt).not.toBeNull()
})

it('leaves a small library to the check at opening', () => {
  const { folder } = closedLibrary()
  expect(opened(folder, 1e9).checkedAt).not.toBeNull()
})
