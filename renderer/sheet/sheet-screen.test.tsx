// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Connection } from '#core/network/connection'
import type { Sheet } from '#core/sheet/sheet'
import { recordingCard, transcriptCard } from '../library/testing/cards.ts'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(closePage)

const sheet: Sheet = {
  version: 1,
  title: 'Council',
  durationMs: 60_000,
  language: { code: 'fr', isChosen: true, votes: null },
  models: [
    {
      role: 'recogniser',
      id: 'whisper-base-beam5',
      name: 'Whisper base',
      sha256: 'joint',
      files: [{ name: 'encoder.onnx', sha256: 'abc' }],
      licence: 'MIT',
      origin: { maker: 'OpenAI', disclosure: 'closed', hours: 680_000 },
      openness: { code: 0.5, licence: 1 },
      isOpenSourceAi: false,
    },
  ],
  run: null,
  words: { all: 200, changed: 10, checked: 24 },
  versions: { parolo: '1.0.0' },
}

const download: Connection = {
  number: 1,
  startedAtMs: 1,
  host: 'example.org',
  proxy: null,
  url: 'https://example.org/a',
  purpose: 'model',
  title: 'Parakeet',
  askedBy: 'models',
  status: 200,
  state: 'complete',
  sentBytes: 9,
  receivedBytes: 99,
}

function openSheet(card = recordingCard({ title: 'Council', transcript: transcriptCard() })) {
  return openPage('/recording/r1/sheet', {
    cards: [card],
    answers: {
      'transcripts.sheet': () => sheet,
      'network.list': ({ recordingId }) => ({
        totals: { sinceMs: Date.UTC(2026, 2, 1, 12), count: 1, blocked: 0, sentBytes: 9, receivedBytes: 99 },
        connections: recordingId === undefined ? [download] : [],
        hasMore: false,
      }),
    },
  })
}

it('shows what is known, says what was not recorded, and copies it as text', async () => {
  const write = vi.fn((_text: string) => Promise.resolve())
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(write)
  openSheet()
  expect(await screen.findByRole('heading', { name: 'How this transcript was made' })).toBeTruthy()
  expect(screen.getByText(/French \(chosen\).*were not recorded/u)).toBeTruthy()
  expect(screen.getByText('12%')).toBeTruthy()
  expect(screen.getByText('10 of 200 words changed')).toBeTruthy()
  expect(screen.queryByText('Energy, estimated')).toBeNull()
  expect(screen.getByText('encoder.onnx abc')).toBeTruthy()
  expect(screen.getByText(/open: License; partly open: Code; nothing found/u)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Copy' }))
  expect(write.mock.calls[0]?.[0]).toContain('Checked by a person: 12% (10 of 200 words changed)')
})

it('has the connections beside it: none for the recording, those of the whole program below', async () => {
  openSheet()
  const panel = within(await screen.findByRole('complementary', { name: 'Network' }))
  await panel.findByRole('heading', { name: '0 connections for this recording' })
  expect(panel.getByText('1 connection since March 1, 2026')).toBeTruthy()
  expect(panel.getAllByRole('listitem')).toMatchObject([
    { textContent: expect.stringMatching(/^Model Parakeet/u) },
  ])
  expect(panel.getByRole('link', { name: 'All connections' }).getAttribute('href')).toBe('/#/network')
})

it('says that a recording without a transcript has none', async () => {
  openSheet(recordingCard({ title: 'Council', transcript: null }))
  expect(await screen.findByText('No transcript')).toBeTruthy()
})
