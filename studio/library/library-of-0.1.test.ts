import Database from 'better-sqlite3'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { unpackWords } from '#core/words/columns'
import type { DirectPage } from '../api/testing/direct-page.ts'
import { fakeEngine } from '../engine-link/testing/fake-answers.ts'
import { openedService } from '../testing/opened-service.ts'
import { openStore } from './database/open-store.ts'
import { copyLibraryOf01 } from './testing/library-of-0.1.ts'

const expected = fileURLToPath(new URL('../../fixtures/libraries/0.1/expected.json', import.meta.url))
/** `bike shop`, edited by a person. */
const CORRECTED = '1a05bfb9531c'
/** Number of steps in `bike shop`, without the undone one. */
const STEPS = 7

test('a library of 0.1 keeps every row in this version', async () => {
  const folder = await copyLibraryOf01()
  const file = path.join(folder, 'library.db')
  const before = countRows(file)
  openStore(folder).store.close()
  const after = countRows(file)
  expect(Object.fromEntries(Object.keys(before).map((table) => [table, after[table]]))).toEqual(before)
})

test('a library of 0.1 shows the same texts, marks, moments and podcasts in this version', async () => {
  const { page } = await openedService(await copyLibraryOf01(), fakeEngine)
  await expect(`${JSON.stringify(await readAll(page()), null, 1)}\n`).toMatchFileSnapshot(expected)
})

test('a recording and a transcription that were killed in 0.1 are finished by this version', async () => {
  const { page } = await openedService(await copyLibraryOf01(), fakeEngine)
  const mine = page()
  await vi.waitFor(async () => {
    const recorded = (await mine.call('recordings.list', {})).filter(({ title }) =>
      title.startsWith('Recording of'),
    )
    expect(recorded).toHaveLength(2)
    expect(recorded.map(({ transcript }) => transcript?.state)).toContain('done')
    const [recovered] = recorded
    // Its journal states 240,000 samples, its files contain some more.
    expect(recovered?.durationMs).toBeGreaterThan(4_000)
  }, 20_000)
})

test('edits that 0.1 logged are undone and redone in this version', async () => {
  const { page } = await openedService(await copyLibraryOf01(), fakeEngine)
  const mine = page()
  const [transcript] = await mine.call('transcripts.list', { recordingId: CORRECTED })
  const transcriptId = transcript?.id ?? ''
  const kept = await textsOf(mine, transcriptId)
  for (let step = 0; step < STEPS; step += 1)
    expect(await mine.call('transcripts.undo', { transcriptId, id: `undo-${step}` })).not.toBeNull()
  expect(await textsOf(mine, transcriptId)).toEqual([
    'Have you seen my bicycle pump? I left it by the door.',
    "Yes, it's on the shelf. I borrowed it this morning, sorry.",
    'No problem.',
  ])
  expect(await mine.call('transcripts.get', { transcriptId })).toMatchObject({ marks: [] })
  for (let step = 0; step < STEPS; step += 1)
    expect(await mine.call('transcripts.redo', { transcriptId, id: `redo-${step}` })).not.toBeNull()
  expect(await textsOf(mine, transcriptId)).toEqual(kept)
  await mine.call('transcripts.redo', { transcriptId, id: 'redo-of-0.1' })
  // The newest step that 0.1 had undone is redone too: the text it had typed over the first paragraph.
  expect(await textsOf(mine, transcriptId)).toEqual(['This was taken back.', ...kept.slice(1)])
})

function countRows(file: string): Record<string, number> {
  const database = new Database(file)
  try {
    const names = database
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'paragraph_search_%'",
      )
      .pluck()
      .all() as string[]
    return Object.fromEntries(
      names.map((name) => [name, database.prepare(`SELECT COUNT(*) FROM "${name}"`).pluck().get() as number]),
    )
  } finally {
    database.close()
  }
}

async function textsOf(page: DirectPage, transcriptId: string): Promise<string[]> {
  const { paragraphs } = await page.call('transcripts.get', { transcriptId })
  return paragraphs.map(({ words }) =>
    unpackWords(JSON.parse(words))
      .map(({ before, text }, index) => (index === 0 ? '' : before) + text)
      .join(''),
  )
}

async function readAll(page: DirectPage) {
  const cards = await page.call('recordings.list', {})
  // The sound recorded here is still being processed.
  const first = cards.filter(({ title }) => !title.startsWith('Recording of'))
  const recordings = await Promise.all(
    first.map(async ({ id, title, tags, trim, durationMs }) => ({
      id,
      title,
      tags,
      trim,
      durationMs,
      transcripts: await readTranscripts(page, id),
      moments: await page.call('moments.list', { recordingId: id }),
      chapters: await page.call('moments.chapters', { recordingId: id }),
      meeting: (await page.call('moments.meeting', { recordingId: id })).typed,
      glossary: await page.call('glossary.get', { recordingId: id }),
      source: (await page.call('podcasts.source', { recordingId: id }))?.podcast ?? null,
    })),
  )
  const podcasts = await page.call('podcasts.list', {})
  return {
    recordings,
    glossary: await page.call('glossary.get', { recordingId: null }),
    podcasts: await Promise.all(
      podcasts.map(async ({ id, title }) => ({
        title,
        episodes: (await page.call('podcasts.episodes', { podcastId: id })).map((episode) => episode.title),
      })),
    ),
  }
}

async function readTranscripts(page: DirectPage, recordingId: string) {
  const listed = await page.call('transcripts.list', { recordingId })
  return Promise.all(
    listed
      .filter(({ state }) => state === 'done')
      .map(async ({ id, language }) => {
        const { speakers, turns, marks, paragraphs } = await page.call('transcripts.get', {
          transcriptId: id,
        })
        return {
          language,
          speakers: speakers.map(({ id: speakerId, name }) => ({ id: speakerId, name })),
          turns,
          marks,
          paragraphs: paragraphs.map(({ speakerId, kind, words }) => ({
            speakerId,
            kind,
            words: unpackWords(JSON.parse(words)),
          })),
        }
      }),
  )
}
