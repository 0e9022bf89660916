// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TranscriptState } from '#contracts/calls/transcripts'
import { howItWorks } from '#core/how-it-works/how-it-works'
import { packWords } from '#core/words/columns'
import { recordingCard, transcriptCard } from '../library/testing/cards.ts'
import type { Answers } from '../rpc/testing/fake-studio.ts'
import { conversation } from '../sound/testing/conversation.ts'
import { closePage, forgetPage, openPage } from '../testing/open-page.tsx'

beforeEach(forgetPage)
afterEach(() => {
  vi.unstubAllGlobals()
  closePage()
})

const state: TranscriptState = {
  ...conversation,
  run: JSON.stringify(conversation.run),
  state: 'done',
  version: 1,
  editNumber: 0,
  undo: null,
  redo: null,
  speakers: [...conversation.speakers],
  turns: [...conversation.turns],
  marks: [],
  paragraphs: conversation.paragraphs.map((paragraph) => ({
    ...paragraph,
    words: JSON.stringify(packWords(paragraph.words)),
  })),
}
const [first] = conversation.paragraphs.flatMap(({ words }) => words)
const speech = { startMs: first?.startMs ?? 0, endMs: (first?.startMs ?? 0) + 5_000 }
const kept = { regions: [speech], chunks: [speech] }

const answersWith = (evidence: object): Answers => ({
  'transcripts.get': () => state,
  'transcripts.evidence': () => ({ evidence: JSON.stringify(evidence) }),
  'transcripts.voiceDots': () => ({
    dots: [
      { x: 0, y: 0.4, speakerId: conversation.speakers[0]?.id ?? null },
      { x: 1, y: 0.6, speakerId: null },
    ],
  }),
  'program.energy': () => ({
    months: [],
    models: [{ id: 'whisper', quick: null, both: { minutes: 14, wattHours: 1.8, runs: 3 } }],
  }),
})
const card = recordingCard({ title: 'Mending things', playable: true, transcript: transcriptCard() })

it('shows the steps on the reader’s own recording', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(new Int8Array(4_000).fill(90))))
  openPage('/how-it-works/steps', { cards: [card], answers: answersWith(kept) })
  expect(await screen.findByText(/^The pictures are made from your recording, from 0:/u)).toBeTruthy()
  expect(screen.getByRole('img', { name: 'The sound as a wave' })).toBeTruthy()
  expect(screen.getByRole('img', { name: '1 stretch of speech below the wave' })).toBeTruthy()
  expect(screen.getByRole('img', { name: '1 passage around the wave' })).toBeTruthy()
  expect(screen.getByRole('img', { name: /^2 dots, by voice: / })).toBeTruthy()
  const words = within(screen.getByRole('list', { name: /^The words/u })).getAllByRole('listitem')
  expect(words[0]?.textContent).toContain(first?.text)
  expect(
    screen.getByText(/about 14 minutes and 1\.8\sWh: what a laptop’s screen uses in 22 minutes/u),
  ).toBeTruthy()
})

it('is of the sample where the library is empty, or the recording keeps nothing of its making', async () => {
  openPage('/how-it-works/steps', { answers: answersWith({}) })
  expect(
    await screen.findByText('The pictures are made from the sample that comes with Parolo.'),
  ).toBeTruthy()
  expect(screen.getByRole('img', { name: '33 dots, by voice: Speaker 1, Speaker 2' })).toBeTruthy()
  closePage()
  openPage('/how-it-works/steps', { cards: [card], answers: answersWith({}) })
  expect(await screen.findByText(/^How this recording’s text was made was not kept/u)).toBeTruthy()
  expect(screen.getByRole('img', { name: '33 dots, by voice: Speaker 1, Speaker 2' })).toBeTruthy()
})

it('has every section in both languages, its links, and a way to it from the settings', async () => {
  for (const language of ['en', 'fr'] as const) {
    openPage('/settings/about', { answers: answersWith({}), preferences: { language } })
    await userEvent.click(await screen.findByRole('link', { name: language === 'en' ? 'Read' : 'Lire' }))
    const text = howItWorks[language]
    for (const { title } of text.sections) await screen.findByRole('heading', { name: title, level: 2 })
    const own = within(screen.getByRole('main'))
    expect(own.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(
      expect.arrayContaining([
        '/#/network',
        '/#/settings/models',
        '/#/settings/glossary',
        '/#/settings/voices',
        '/#/how-it-works/sources',
      ]),
    )
    expect(own.getByText('https://doi.org/10.1073/pnas.1915768117')).toBeTruthy()
    closePage()
  }
})
