// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { HeardPiece } from '#core/speaker-review/heard-voices'
import type { ReviewEvidence } from '#core/speaker-review/questions'
import type { ProgramLanguage } from '#core/messages/messages'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import { createEditorStore, type EditorStore, reviewSpeakers, useEditor } from '../editor/editor-store.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { SoundPlayer } from '../sound/player/create-player.ts'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../sound/testing/render-in-studio.tsx'
import { SpeakerReviewPanel } from './speaker-review-panel.tsx'

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
const evidence: ReviewEvidence = {
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
      alike: [{ speakerIds: ['nora', 'third'], similarity: 0.66, bar: 0.64, within: [0.75, null] }],
    },
  ],
  decided: [],
}

function Shown(props: { session: TranscriptSession; player: SoundPlayer; store: EditorStore }) {
  const review = useEditor(props.store, (state) => state.speakerReview)
  if (review === null) return <p>closed</p>
  return <SpeakerReviewPanel {...props} recording={recordingCard()} review={review} />
}

function openReview(
  found: ReviewEvidence | null = evidence,
  transcript: Transcript = conversation,
  language: ProgramLanguage = 'en',
) {
  const store = createEditorStore()
  const session = fakeSession(transcript)
  const { player } = silentPlayer()
  const played = vi.spyOn(player, 'playSpan')
  renderInStudio(
    <Shown session={session} player={player} store={store} />,
    { 'transcripts.voices': () => ({ voices: found === null ? null : JSON.stringify(found) }) },
    language,
  )
  reviewSpeakers(store)
  return {
    session,
    store,
    played: () => played.mock.calls.map(([span]) => span),
    user: userEvent.setup(),
    open: () => screen.findByRole('listitem', { current: true }),
    speakerOf: (id: string) => session.state.transcript.paragraphs.find((each) => each.id === id)?.speakerId,
  }
}

const isFocused = async (open: () => Promise<HTMLElement>, name: RegExp): Promise<void> =>
  waitFor(async () => {
    const item = await open()
    expect(item.getAttribute('aria-label')).toMatch(name)
    expect(document.activeElement).toBe(item)
  })

it('asks who may be one person, then about the least certain turn; each is one key and one step', async () => {
  const { session, user, open, played, speakerOf } = openReview()
  await isFocused(open, /^One person or two: Nora and Speaker 3$/)
  expect((await open()).textContent).toContain('Similarity of the two: 0.66. From 0.64 on')
  // One voice, then the other.
  await user.keyboard('{Tab}{Tab}')
  expect(played().map(({ startMs }) => startMs)).toEqual([1_200, 39_200])
  await user.keyboard('2')
  expect(session.state.transcript.marks.map(({ kind }) => kind)).toEqual(['different-speakers'])
  await isFocused(open, /^Is this Nora: Extraordinarily/)
  await user.keyboard('{Tab}')
  expect(played().at(-1)).toEqual({ startMs: 49_300, endMs: 51_650 })
  await user.keyboard('2')
  expect(speakerOf('p4')).toBe('idris')
  expect(await screen.findByText('Nothing is left to ask.')).toBeTruthy()
  expect(session.applied).toHaveLength(2)
  expect(new Set(session.applied.map(({ stepId }) => stepId)).size).toBe(2)
  expect(session.state.transcript.paragraphs.map(paragraphText)).toEqual(
    conversation.paragraphs.map(paragraphText),
  )
})

it('are answered by the row of digits of a French keyboard too, without Shift', async () => {
  const { session, open } = openReview()
  await isFocused(open, /^One person or two/)
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'é', code: 'Digit2' })
  expect(session.state.transcript.marks.map(({ kind }) => kind)).toEqual(['different-speakers'])
})

it('two become one person by a key, and a turn stays as it is by Enter', async () => {
  const { session, user, open, speakerOf } = openReview()
  await isFocused(open, /^One person or two/)
  await user.keyboard('1')
  expect(session.state.transcript.speakers.map(({ id }) => id)).toEqual(['nora', 'idris'])
  expect(speakerOf('p3')).toBe('nora')
  await isFocused(open, /^Is this Nora/)
  await user.keyboard('{Enter}')
  expect(session.state.transcript.marks).toMatchObject([{ kind: 'speaker-checked', fromWordId: 'p4.0' }])
  expect(speakerOf('p4')).toBe('nora')
})

it('unknown stays unknown; somebody else becomes a speaker; arrows leave a question for later', async () => {
  const [first, ...others] = conversation.paragraphs
  if (first === undefined) throw new Error('a paragraph')
  const transcript = { ...conversation, paragraphs: [{ ...first, speakerId: null }, ...others] }
  const { session, user, open, speakerOf } = openReview(evidence, transcript)
  await isFocused(open, /^One person or two/)
  await user.keyboard('{ArrowDown}')
  await isFocused(open, /^Is this Nora/)
  await user.keyboard('n')
  const added = session.state.transcript.speakers.at(-1)?.id
  expect(session.state.transcript.speakers).toHaveLength(4)
  expect(speakerOf('p4')).toBe(added)
  await isFocused(open, /^Who says this: So you had forty/)
  await user.keyboard('{Enter}')
  expect(speakerOf('p1')).toBeNull()
  await isFocused(open, /^One person or two/)
  await user.keyboard('{ArrowUp}')
  await isFocused(open, /^One person or two/)
})

it('each voice has its time, and some clear seconds to hear, other ones each time', async () => {
  const { user, played } = openReview()
  const voices = await screen.findByRole('region', { name: 'Voices' })
  const rows = within(voices).getAllByRole('listitem')
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^Idris0:30 · 1 turn$/),
    expect.stringMatching(/^Nora0:10 · 2 turns$/),
    expect.stringMatching(/^Speaker 32\.0\ss · 1 turn$/),
  ])
  const play = within(voices).getByRole('button', { name: 'Play some clear seconds of Idris' })
  await user.click(play)
  expect(played()).toEqual([{ startMs: 10_500, endMs: 13_500 }])
})

it('says so where voices cannot be compared, and still plays paragraphs', async () => {
  const { user, played } = openReview(null, conversation, 'fr')
  expect(await screen.findByText(/^Les voix ne peuvent pas être comparées/)).toBeTruthy()
  expect(screen.getByText('Plus aucune question.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Écouter quelques secondes nettes de Idris' }))
  expect(played()).toHaveLength(1)
})

it('is closed again', async () => {
  const { user } = openReview()
  await user.click(await screen.findByRole('button', { name: 'Close' }))
  expect(await screen.findByText('closed')).toBeTruthy()
})
