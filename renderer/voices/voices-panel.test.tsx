// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { Transcript } from '#core/transcript/transcript'
import { jobCard } from '../library/testing/cards.ts'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../sound/testing/render-in-studio.tsx'
import { VoicesPanel } from './voices-panel.tsx'

afterEach(cleanup)

function open(language: 'en' | 'fr' = 'en', voices: { name: string; recordingId: string }[] = []) {
  const session = fakeSession(conversation)
  const { player } = silentPlayer()
  const played = vi.spyOn(player, 'playSpan')
  const asked = { onVoice: vi.fn(), onSpeakingTime: vi.fn(), onReview: vi.fn() }
  renderInStudio(
    <VoicesPanel session={session} player={player} recording={recordingCard()} {...asked} />,
    {
      'voices.list': () =>
        voices.map(({ name, recordingId }) => ({
          id: name,
          name,
          createdAtMs: 1,
          parts: [{ recordingId, title: 'Board', startMs: 0, endMs: 1, seconds: 12, isComparable: true }],
        })),
    },
    language,
  )
  return { session, played, ...asked }
}

it.each<[string, Partial<Transcript>, Parameters<typeof recordingCard>[0]]>([
  ['No speech yet.', { paragraphs: [], speakers: [], turns: [] }, { job: jobCard({ wordsUpToMs: 0 }) }],
  ['No speech.', { paragraphs: [], speakers: [], turns: [] }, {}],
  ['The text does not say who speaks.', { speakers: [], turns: [] }, {}],
])('says truly why there are no voices: %s', (words, parts, recording) => {
  const paragraphs = conversation.paragraphs.map((each) => ({ ...each, speakerId: null }))
  const { player } = silentPlayer()
  renderInStudio(
    <VoicesPanel
      session={fakeSession({ ...conversation, paragraphs, ...parts })}
      player={player}
      recording={recordingCard(recording)}
      onVoice={vi.fn()}
      onSpeakingTime={vi.fn()}
      onReview={vi.fn()}
    />,
  )
  expect(screen.getByText(words)).toBeTruthy()
})

const rows = (): string[] =>
  within(screen.getAllByRole('list')[0] ?? document.body)
    .getAllByRole('listitem')
    .map((row) => row.textContent)

it('has the times of the page of speaking time, which are rounded together with silence', () => {
  const [first, second] = conversation.speakers
  const turns = [
    { speakerId: first?.id ?? '', startMs: 0, endMs: 20_000 },
    { speakerId: second?.id ?? '', startMs: 25_000, endMs: 35_900 },
  ]
  renderInStudio(
    <VoicesPanel
      session={fakeSession({ ...conversation, turns, paragraphs: [] })}
      player={silentPlayer().player}
      recording={recordingCard({ durationMs: 42_000 })}
      onVoice={vi.fn()}
      onSpeakingTime={vi.fn()}
      onReview={vi.fn()}
    />,
  )
  expect(rows()[1]).toContain('0:11')
})

it('has everybody, who spoke longest first, with share, time and turns', () => {
  open()
  expect(rows()).toEqual([
    expect.stringMatching(/^Idris71%.*0:30 in 1 turn/u),
    expect.stringMatching(/^Nora24%.*0:10 in 2 turns/u),
    expect.stringMatching(/^Speaker 35%.*2\.0\ss in 1 turn/u),
  ])
})

it('follows a correction of who spoke at once', () => {
  const { session } = open()
  act(() => {
    session.apply([
      { kind: 'rename-speaker', id: 'x', speakerId: 'third', name: 'Margaret' },
      { kind: 'merge-speakers', id: 'y', fromSpeakerId: 'nora', intoSpeakerId: 'idris' },
    ])
  })
  expect(rows()).toEqual([
    expect.stringMatching(/^Idris95%.*0:40 in 2 turns/u),
    expect.stringMatching(/^Margaret5%/u),
  ])
})

it('plays a voice, opens its name, and leads to the view of speaking time', async () => {
  const { played, onVoice, onSpeakingTime } = open('fr')
  await userEvent.click(screen.getByRole('button', { name: 'Écouter un extrait de Nora' }))
  expect(played).toHaveBeenCalledTimes(1)
  await userEvent.click(screen.getByRole('button', { name: 'Idris' }))
  expect(onVoice).toHaveBeenCalledWith('idris', screen.getByRole('button', { name: 'Idris' }))
  await userEvent.click(screen.getByRole('button', { name: 'Temps de parole' }))
  expect(onSpeakingTime).toHaveBeenCalledTimes(1)
})

it('says who is remembered, and offers it for who has a name', async () => {
  open('en', [{ name: 'Idris', recordingId: recordingCard().id }])
  const named = await screen.findByRole('button', { name: 'Remember… the voice of Nora' })
  expect(rows()[0]).toContain('Remembered')
  expect(screen.getAllByRole('button', { name: /^Remember…/u })).toEqual([named])
  await userEvent.click(named)
  expect(await screen.findByRole('dialog', { name: 'Remember the voice of Nora?' })).toBeTruthy()
})

it('voices are found again only after it is said what happens: as many as asked, or detected', async () => {
  const { session } = open()
  const counts: (number | null)[] = []
  session.recount = async (count) => void counts.push(count)
  await userEvent.click(screen.getByRole('button', { name: 'Find voices again…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Find voices again' }))
  expect(dialog.getByText(/Your|your/u)).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: /Increase/u }))
  expect(counts).toEqual([])
  await userEvent.click(dialog.getByRole('button', { name: 'Find 4 voices' }))
  await waitFor(() => expect(counts).toEqual([4]))
  await userEvent.click(await screen.findByRole('button', { name: 'Find voices again…' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Detect automatically' }))
  await waitFor(() => expect(counts).toEqual([4, null]))
})
