import { type ReactNode, useMemo, useState } from 'react'
import type { Moment, MomentKind } from '#core/moments/moment'
import type { PlaceHandlers } from '../keys/use-key-actions.ts'
import { type ChapterScreen, useChapterScreen } from '../chapters/use-chapter-screen.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useSession } from '../session/use-session.ts'
import type { Player } from '../sound/player/player.ts'
import type { WaveStore } from '../sound/waveform/wave-store.ts'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'
import { MapPins, WavePins } from './moment-pins.tsx'
import { beginMoment, createMomentStore, endDraft, type MomentStore } from './moment-store.ts'
import { type MomentFormProps, MomentStrip } from './moment-form.tsx'
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
  readonly onComment: MomentFormProps['onComment']
  /** A chapter was added over the sound. */
  readonly onChapter: () => void
}

/** What the screen of a recording and its list of notes need of moments and chapters. */
export interface MomentScreen {
  readonly list: readonly Moment[]
  readonly store: MomentStore
  readonly chapters: ChapterScreen
  /** Of the open one's form. */
  readonly form: MomentFormProps
  /** Marks a moment at the playback position or the caret. */
  readonly mark: (kind: MomentKind) => void
  /** Opens a moment to be changed, and goes there. */
  readonly open: (moment: Moment) => void
  readonly remove: (moment: Moment) => void
}

/** Everything about moments on the screen of a recording: keys, list, strip, and marks on the sound. */
export function useMomentScreen(parts: MomentScreenParts) {
  const { recordingId, durationMs, session, player, wordAtCaret, goToTime, focusText, onComment } = parts
  const say = useSay()
  const [store] = useState(createMomentStore)
  const list = useMoments(recordingId)
  const changes = useMomentChanges(recordingId, session)
  const speakers = useSession(session, (state) => state.transcript.speakers)
  const people = useMemo(() => speakers.flatMap(({ name }) => name ?? []), [speakers])
  useSavedMoment(store, changes)

  const mark = (kind: MomentKind): void => {
    const atMs = Math.round(timeForMoment(session, player, wordAtCaret()))
    const at = { id: session.newId(), atMs }
    const value = { text: '', who: '', until: '' }
    beginMoment(store, changes, kind === 'action' ? { ...at, kind, value } : { ...at, kind, value: '' }, true)
  }
  const goTo = (atMs: number): void => {
    player.seek(atMs)
    goToTime(atMs)
  }
  const remove = (moment: Moment): void => {
    if (store.getState().draft?.moment.id === moment.id) endDraft(store)
    const stepId = changes.remove(moment)
    const undo = { label: say('moments.undo'), run: () => changes.takeBack(stepId) }
    toast.show({ text: say('moments.deleted'), action: undo })
  }
  const chapters = useChapterScreen({
    recordingId,
    session,
    place: () => timeForMoment(session, player, wordAtCaret()),
    goTo,
    seek: (atMs) => player.seek(atMs),
    focusText,
    onAdded: parts.onChapter,
  })
  const pins = {
    titles: chapters.titles,
    wave: (wave: WaveStore): ReactNode => (
      <>
        {chapters.wave(wave)}
        <WavePins wave={wave} moments={list} onGo={({ atMs }) => player.seek(atMs)} />
      </>
    ),
    map: (lengthMs: number): ReactNode => (
      <>
        {chapters.map(lengthMs)}
        <MapPins moments={list} durationMs={lengthMs} />
      </>
    ),
  }
  const times = useMemo(() => list.map(({ atMs }) => atMs), [list])
  const form: MomentFormProps = { store, changes, durationMs, people, onLeave: focusText, onComment }
  const screen: MomentScreen = {
    list,
    store,
    chapters,
    form,
    mark,
    open: (moment) => {
      beginMoment(store, changes, moment, false)
      goTo(moment.atMs)
    },
    remove,
  }
  return {
    ...screen,
    keys: {
      decision: () => mark('decision'),
      action: () => mark('action'),
      bookmark: () => mark('bookmark'),
    } satisfies PlaceHandlers<'moments'>,
    pins,
    times,
    strip: <MomentStrip {...form} />,
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
