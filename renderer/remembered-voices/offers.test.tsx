// @vitest-environment happy-dom
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { VoiceOffer } from '#contracts/calls/voices'
import type { Transcript } from '#core/transcript/transcript'
import { createEditorStore, type EditorStore, reviewSpeakers } from '../editor/editor-store.ts'
import { SpeakerChoice } from '../editor/speakers/speaker-choice.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { SoundPlayer } from '../sound/player/create-player.ts'
import { conversation, recordingCard } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer } from '../sound/testing/render-in-studio.tsx'
import { toast } from '../ui/toast.tsx'
import { VoicesPanel } from '../voices/voices-panel.tsx'
import { SamplePlayer } from './sample-player.ts'

// On a busy machine React takes longer than the default of one second.
configure({ asyncUtilTimeout: 10_000 })
afterEach(() => {
  cleanup()
  toast.clear()
  vi.restoreAllMocks()
})

const offer: VoiceOffer = {
  speakerId: 'third',
  voiceId: 'v1',
  name: 'Anna',
  remembered: { recordingId: 'r9', title: 'Board', startMs: 5_000, endMs: 9_000 },
  here: { startMs: 39_200, endMs: 41_200 },
}

function Shown(props: { session: TranscriptSession; player: SoundPlayer; store: EditorStore }) {
  return (
    <>
      <VoicesPanel
        {...props}
        recording={recordingCard()}
        onVoice={(speakerId, anchor) => props.store.setState({ speakerPrompt: { speakerId, anchor } })}
        onSpeakingTime={() => undefined}
        onReview={() => reviewSpeakers(props.store)}
      />
      <SpeakerChoice {...props} durationMs={60_000} />
    </>
  )
}

function opened({
  transcript = conversation,
  offers = [offer],
  voices = [],
}: {
  transcript?: Transcript
  offers?: VoiceOffer[]
  voices?: { id: string; name: string }[]
} = {}) {
  const store = createEditorStore()
  const session = fakeSession(transcript)
  const { player } = silentPlayer()
  const here = vi.spyOn(player, 'playSpan')
  const then = vi.spyOn(SamplePlayer.prototype, 'play').mockImplementation(() => undefined)
  vi.spyOn(SamplePlayer.prototype, 'stop').mockImplementation(() => undefined)
  const { calls } = renderInStudio(<Shown session={session} player={player} store={store} />, {
    'voices.offers': () => ({ offers }),
    'voices.list': () => voices.map((voice) => ({ ...voice, createdAtMs: 1, parts: [] })),
    'voices.decline': () => ({}),
    'voices.remember': () => ({ voiceId: 'v1', seconds: 12.2 }),
  })
  return {
    session,
    store,
    user: userEvent.setup(),
    played: () => ({ here: here.mock.calls.length, other: then.mock.calls.map(([sample]) => sample) }),
    /** The sample that is played ends. */
    finish: () => then.mock.calls.at(-1)?.[3]?.(),
    nameOf: (id: string) => session.state.transcript.speakers.find((one) => one.id === id)?.name,
    asked: (name: string) => calls.filter((call) => call.name === name).map(({ input }) => input),
  }
}

it('below the voice both are heard by one key, Enter gives the name, and the focus stays at the voice', async () => {
  const { user, played, nameOf, finish } = opened()
  const question = await screen.findByRole('group', { name: 'Speaker 3 could be Anna' })
  expect(within(question).getByText('Sounds like Anna in “Board”.')).toBeTruthy()
  question.focus()
  await user.keyboard('{Tab}')
  expect([played().other.length, played().here]).toEqual([1, 0])
  finish()
  expect(played().here).toBe(1)
  await user.keyboard('{Enter}')
  expect(nameOf('third')).toBe('Anna')
  expect(document.activeElement).toBe(await screen.findByRole('button', { name: 'Anna' }))
  expect(screen.queryByRole('group', { name: 'Speaker 3 could be Anna' })).toBeNull()
})

it('below the voice, N says that it is somebody else', async () => {
  const { session, user, asked } = opened()
  const question = await screen.findByRole('group', { name: 'Speaker 3 could be Anna' })
  question.focus()
  await user.keyboard('n')
  await waitFor(() =>
    expect(asked('voices.decline')).toEqual([
      { transcriptId: session.transcriptId, voiceId: 'v1', here: offer.here },
    ]),
  )
  expect(session.applied).toEqual([])
})

it('a named voice is remembered only after it is said what is kept, and to ask first', async () => {
  const { user, asked, session } = opened({ offers: [] })
  await user.click(await screen.findByRole('button', { name: 'Nora' }))
  await user.click(await screen.findByRole('button', { name: 'More' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Remember this voice…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Remember the voice of Nora?' }))
  expect(dialog.getByText('Ask Nora first.')).toBeTruthy()
  expect(dialog.getByText(/numbers that describe the voice.*sent nowhere/u)).toBeTruthy()
  expect(asked('voices.remember')).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Remember' }))
  expect(await screen.findByText('The voice of Nora is remembered, from 12 s of speech.')).toBeTruthy()
  expect(asked('voices.remember')).toEqual([{ transcriptId: session.transcriptId, speakerId: 'nora' }])
})

it('a voice that is known by that name gets this recording only when asked', async () => {
  const { user } = opened({ offers: [], voices: [{ id: 'v1', name: 'NORA' }] })
  await user.click(await screen.findByRole('button', { name: 'Nora' }))
  await user.click(await screen.findByRole('button', { name: 'More' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Also add this recording…' }))
  expect(await screen.findByRole('dialog', { name: 'Add this recording to the voice of Nora?' })).toBeTruthy()
})

it('a speaker without a name has nothing to be remembered by', async () => {
  const { user } = opened({ offers: [] })
  await user.click(await screen.findByRole('button', { name: 'Speaker 3' }))
  await screen.findByRole('dialog', { name: /Speaker 3/u })
  await user.click(screen.getByRole('button', { name: 'More' }))
  await screen.findByRole('menuitem', { name: 'Second opinion…' })
  expect(screen.queryByRole('menuitem', { name: 'Remember this voice…' })).toBeNull()
})
