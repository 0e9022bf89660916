// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { HeardPiece } from '#core/speaker-review/heard-voices'
import type { ReviewEvidence } from '#core/speaker-review/questions'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import { reviewSpeakers } from '../editor/editor-store.ts'
import { conversation } from '../sound/testing/conversation.ts'
import { renderCheck } from './testing/render-check.tsx'

// On a busy machine React takes longer than the default of one second.
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const piece = (startMs: number, speaker: number, similarities: readonly number[]): HeardPiece => ({
  startMs,
  endMs: startMs + 1_500,
  speaker,
  localSpeaker: speaker,
  similarities,
})

/** Nora's second turn is more similar to Idris; the third may be Nora. */
const heard = (similarity: number): ReviewEvidence => ({
  voices: [
    {
      speakerIds: ['nora', 'idris', 'third'],
      pieces: [
        piece(1_200, 0, [0.8, 0.2, 0.1]),
        piece(2_900, 0, [0.8, 0.2, 0.1]),
        piece(10_500, 1, [0.2, 0.8, 0.1]),
        piece(12_000, 1, [0.2, 0.8, 0.1]),
        piece(39_200, 2, [0.1, 0.1, 0.8]),
        piece(50_000, 0, [0.3, 0.7, 0.1]),
      ],
      alike: [{ speakerIds: ['nora', 'third'], similarity, bar: 0.64, within: [0.75, null] }],
    },
  ],
  decided: [],
})
const [ALIKE, NEARLY] = [0.66, 0.6]

function review(voices: ReviewEvidence | null, transcript: Transcript = conversation) {
  const shown = renderCheck(transcript, { voices })
  act(() => reviewSpeakers(shown.store))
  return {
    ...shown,
    speakerOf: (id: string) =>
      shown.session.state.transcript.paragraphs.find((each) => each.id === id)?.speakerId,
    marks: () => shown.session.state.transcript.marks.map(({ kind }) => kind),
  }
}

const isOpen = async (name: RegExp): Promise<void> =>
  waitFor(() => {
    const item = screen.getByRole('listitem', { current: true })
    expect(item.getAttribute('aria-label')).toMatch(name)
    expect(document.activeElement).toBe(item)
  })

it('the likeliest question first; two voices are played in turn; each answer is one step', async () => {
  const { session, user, played, speakerOf, marks } = review(heard(ALIKE))
  await isOpen(/^Is this Nora: Extraordinarily/u)
  await user.keyboard('{Tab}')
  expect(played().at(-1)).toEqual({ startMs: 49_300, endMs: 51_650 })
  await user.keyboard('2')
  expect(speakerOf('p4')).toBe('idris')
  await isOpen(/^One person or two: Nora and Speaker 3$/u)
  expect(screen.getByText(/^Similarity of the two: 0\.66\. From 0\.64 on/u)).toBeDefined()
  await user.keyboard('{Tab}{Tab}')
  expect(
    played()
      .slice(-2)
      .map(({ startMs }) => startMs),
  ).toEqual([1_200, 39_200])
  await user.keyboard('{Delete}')
  expect(marks()).toContain('different-speakers')
  await screen.findByText('Nothing is left for the chosen reasons.')
  expect(session.applied).toHaveLength(2)
  expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(2)
  expect(session.state.transcript.paragraphs.map(paragraphText)).toEqual(
    conversation.paragraphs.map(paragraphText),
  )
})

it('Enter makes two alike voices one person', async () => {
  const { session, user, speakerOf } = review(heard(ALIKE))
  await isOpen(/^Is this Nora/u)
  await user.keyboard('{ArrowDown}')
  await isOpen(/^One person or two/u)
  screen.getByRole('button', { name: /^One person/u })
  await user.keyboard('{Enter}')
  expect(session.state.transcript.speakers.map(({ id }) => id)).toEqual(['nora', 'idris'])
  expect(speakerOf('p3')).toBe('nora')
})

it('two that are only nearly alike stay two by Enter, and are one by the digit', async () => {
  const { user, marks, store } = review(heard(NEARLY))
  await isOpen(/^Is this Nora/u)
  await user.keyboard('{ArrowUp}')
  await isOpen(/^One person or two/u)
  screen.getByRole('button', { name: /^Two people/u })
  await user.keyboard('{Enter}')
  expect(marks()).toEqual(['different-speakers'])
  cleanup()

  const again = review(heard(NEARLY))
  await isOpen(/^Is this Nora/u)
  await again.user.keyboard('{ArrowUp}')
  await isOpen(/^One person or two/u)
  fireEvent.keyDown(document.activeElement ?? document.body, { key: '&', code: 'Digit1' })
  expect(again.session.state.transcript.speakers.map(({ id }) => id)).toEqual(['nora', 'idris'])
  expect(store.getState().check.only).toEqual(new Set(['speaker']))
})

it('nobody known stays unknown by Enter, and is not asked unless who speaks is reviewed', async () => {
  const [first, ...others] = conversation.paragraphs
  if (first === undefined) throw new Error('a paragraph')
  const transcript = { ...conversation, paragraphs: [{ ...first, speakerId: null }, ...others] }
  const { user, speakerOf, marks } = review({ voices: [], decided: [] }, transcript)
  await isOpen(/^Who says this: So you had forty/u)
  await user.keyboard('{Enter}')
  expect(speakerOf('p1')).toBeNull()
  expect(marks()).toEqual(['speaker-checked'])
  cleanup()
  renderCheck(transcript, { voices: { voices: [], decided: [] } })
  await screen.findByText('No likely errors.')
})

it('once nothing is left of what was asked for, the key goes on in the whole list', async () => {
  const { store, next } = review({ voices: [], decided: [] })
  await screen.findByText('Nothing is left for the chosen reasons.')
  next()
  expect(store.getState().check).toMatchObject({ only: null, isAskedFor: false })
})

it('says so where voices cannot be compared', async () => {
  review(null)
  expect(await screen.findByText(/^The voices cannot be compared/u)).toBeTruthy()
})
