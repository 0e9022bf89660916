import { type ReactNode, useMemo, useState } from 'react'
import type { MomentKind } from '#core/moments/moment'
import type { PlaceHandlers } from '../keys/use-key-actions.ts'
import { useChapterScreen } from '../chapters/use-chapter-screen.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import type { WaveStore } from '../sound/waveform/wave-store.ts'
import { MapPins, WavePins } from './moment-pins.tsx'
import { beginMoment, createMomentStore, endDraft } from './moment-store.ts'
import { MomentForm } from './moment-form.tsx'
import { MomentsPanel } from './moments-panel.tsx'
import { useMomentChanges, useMoments } from './use-moments.ts'
import { useSavedMoment } from './use-saved-moment.ts'

export interface MomentScreenParts {
  readonly recordingId: string
  readonly durationMs: number
  readonly session: TranscriptSession
  readonly player: Player
  /** Id of the word at the caret; null without one. */
  readonly wordAtCaret: () => string | null
  readonly goToTime: (ms: number) => void
  readonly focusText: () => void
  readonly onMinutes: () => void
}

/** Everything about moments on the screen of a recording: keys, list, strip, and marks on the sound. */
export function useMomentScreen(parts: MomentScreenParts) {
  const { recordingId, durationMs, session, player, wordAtCaret, goToTime, focusText, onMinutes } = parts
  const [store] = useState(createMomentStore)
  const moments = useMoments(recordingId)
  const changes = useMomentChanges(recordingId, session)
  useSavedMoment(store, changes)

  const mark = (kind: MomentKind): void => {
    const written = endDraft(store)
    if (written !== null) changes.set(written)
    const atMs = Math.round(timeForMoment(session, player, wordAtCaret()))
    const at = { id: session.newId(), atMs }
    const value = { text: '', who: '', until: '' }
    beginMoment(store, kind === 'action' ? { ...at, kind, value } : { ...at, kind, value: '' }, true)
  }
  const goTo = (atMs: number): void => {
    player.seek(atMs)
    goToTime(atMs)
  }
  const chapters = useChapterScreen({
    recordingId,
    session,
    place: () => timeForMoment(session, player, wordAtCaret()),
    goTo,
    seek: (atMs) => player.seek(atMs),
  })
  const pins = {
    titles: chapters.titles,
    wave: (wave: WaveStore): ReactNode => (
      <>
        {chapters.wave(wave)}
        <WavePins wave={wave} moments={moments} onGo={({ atMs }) => player.seek(atMs)} />
      </>
    ),
    map: (lengthMs: number): ReactNode => (
      <>
        {chapters.map(lengthMs)}
        <MapPins moments={moments} durationMs={lengthMs} />
      </>
    ),
  }
  const times = useMemo(() => moments.map(({ atMs }) => atMs), [moments])
  return {
    keys: {
      decision: () => mark('decision'),
      action: () => mark('action'),
      bookmark: () => mark('bookmark'),
    } satisfies PlaceHandlers<'moments'>,
    pins,
    times,
    chapters,
    count: moments.length,
    panel: (
      <>
        <MomentsPanel
          recordingId={recordingId}
          moments={moments}
          changes={changes}
          store={store}
          onNew={mark}
          onGo={({ atMs }) => goTo(atMs)}
          onMinutes={onMinutes}
        />
        {chapters.panel}
      </>
    ),
    strip: <MomentForm store={store} changes={changes} durationMs={durationMs} onLeave={focusText} />,
  }
}

/** The playback position; while paused, the word at the caret. */
function timeForMoment(session: TranscriptSession, player: Player, wordId: string | null): number {
  if (player.state.playing || wordId === null) return player.positionMs
  for (const { words } of session.state.transcript.paragraphs) {
    const word = words.find(({ id }) => id === wordId)
    // A click on a word seeks there; a later position within it is more exact.
    if (word !== undefined) {
      const isThere = player.positionMs >= word.startMs && player.positionMs <= word.endMs
      return isThere ? player.positionMs : word.startMs
    }
  }
  return player.positionMs
}
