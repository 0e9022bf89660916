import { act } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import type { TranscriptCard } from '#contracts/calls/recordings'
import type { ProgramLanguage } from '#core/messages/messages'
import type { ReviewEvidence } from '#core/speaker-review/questions'
import { LIKELY, rateOfReason } from '#core/doubt/order'
import type { Doubt } from '#core/doubt/reasons'
import { speakerDoubts } from '#core/doubt/speaker-doubts'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import { openRecording } from '../../rpc/open-recording.ts'
import { createEditorStore, type EditorStore, goToCheck } from '../../editor/editor-store.ts'
import type { Surface } from '../../editor/surface/surface.ts'
import type { SoundPlayer } from '../../sound/player/create-player.ts'
import { recordingCard } from '../../sound/testing/conversation.ts'
import { type FakeSession, fakeSession } from '../../sound/testing/fake-session.ts'
import { renderInStudio, silentPlayer, type StudioHost } from '../../sound/testing/render-in-studio.tsx'
import { CheckList } from '../check-list.tsx'
import { CheckSource } from '../check-source.tsx'

export interface RenderedCheck {
  readonly session: FakeSession
  readonly store: EditorStore
  readonly host: StudioHost
  readonly user: UserEvent
  readonly surface: Pick<Surface, 'selectWords'>
  /** F8 */
  readonly next: () => void
  readonly texts: () => string[]
  readonly played: () => { startMs: number; endMs: number }[]
}

/** The list to check of a transcript, with what was found about it. */
export function renderCheck(
  transcript: Transcript,
  known: {
    readonly doubts?: readonly Doubt[]
    readonly voices?: ReviewEvidence | null
    readonly answers?: Parameters<typeof renderInStudio>[1]
    /** The transcript as it is on the recording's card. */
    readonly card?: TranscriptCard
    readonly language?: ProgramLanguage
    /** Whether peaks and levels can be loaded. */
    readonly playable?: boolean
    /** What is beside the list. */
    readonly beside?: (parts: { session: FakeSession; player: SoundPlayer; store: EditorStore }) => ReactNode
  } = {},
): RenderedCheck {
  const { doubts: given = [], voices = null, answers = {}, language = 'en', playable = false, beside } = known
  const session = fakeSession(transcript)
  const store = createEditorStore('check')
  const surface = { selectWords: vi.fn(), setHits: vi.fn(), focus: vi.fn(), commitAll: vi.fn() }
  store.setState({ surface: surface as unknown as Surface })
  const { player } = silentPlayer()
  const playSpan = vi.spyOn(player, 'playSpan')
  // As the search of doubts has them.
  const turns = (voices === null ? [] : speakerDoubts(transcript, voices)).map((span) => ({
    ...span,
    estimate: Math.max(...span.reasons.map(rateOfReason)),
  }))
  const all = [...given, ...turns]
  const likely = all.filter(({ estimate }) => estimate >= LIKELY)
  const shown = given.length > 0 && turns.length === 0 ? given : likely
  const recording = { ...recordingCard(), playable, durationMs: 60_000 }
  const doubts = { shown, found: { likely: shown, all }, voices }
  const host = renderInStudio(
    <>
      {beside?.({ session, player, store })}
      <CheckSource session={session} store={store} doubts={doubts} recording={recording} />
      <CheckList
        session={session}
        player={player}
        store={store}
        recording={openRecording(recordingCard({ transcript: known.card ?? null }))}
      />
    </>,
    { 'glossary.terms': () => [], ...answers },
    language,
  )
  return {
    session,
    store,
    host,
    user: userEvent.setup(),
    surface,
    next: () => act(() => goToCheck(store, 1, 0)),
    texts: () => session.state.transcript.paragraphs.map(paragraphText),
    played: () => playSpan.mock.calls.map(([span]) => span),
  }
}
