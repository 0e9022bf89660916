import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Doubt } from '#core/doubt/reasons'
import type { ProgramLanguage } from '#core/messages/messages'
import type { Speaker } from '#core/transcript/transcript'
import type { PlaceOfViews } from './place/use-kept-place.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import type { StudioClient } from '../rpc/studio-client.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { useSession } from '../session/use-session.ts'
import { toastError } from '../ui/error-notice.tsx'
import { type Say, useLanguage, useSay } from '../ui/words.tsx'
import {
  askSpeakerAtCaret,
  askSpeakerOf,
  changeCheck,
  type EditorStore,
  noSelection,
  selectInStore,
  useEditor,
} from './editor-store.ts'
import { followCorrection } from './finish-item.ts'
import { reasonWords } from './reason-words.ts'
import { cuttingActions } from './cutting.ts'
import { assignToNumber } from './speakers/assign-to-number.ts'
import type { ClipStore } from './surface/copied-words.ts'
import { createSurface } from './surface/create-surface.ts'
import type { SurfaceWords } from './surface/surface-words.ts'
import styles from './transcript-editor.module.css'
import { namesOf } from './use-speaker-names.ts'

export interface TranscriptEditorProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  /** The user's place in the recording. */
  readonly viewPlace: Pick<PlaceOfViews, 'arrive' | 'leave'>
  readonly onFinishCorrection: () => boolean
  /** Keys for undo or redo in the text. */
  readonly onHistory: (way: 'undo' | 'redo') => void
}

/** The text of a transcript on the page. React does not manage the surface; it exists as long as this component. */
export function TranscriptEditor({
  session,
  player,
  store,
  viewPlace,
  onFinishCorrection,
  onHistory,
}: TranscriptEditorProps) {
  const say = useSay()
  const language = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  const finishCorrection = useRef(onFinishCorrection)
  const history = useRef(onHistory)
  const studio = useStudio()
  const clips = useMemo(() => clipsOf(studio, language), [studio, language])
  const { timesInCopiedText } = usePreferences()
  const copiesTimes = useRef(timesInCopiedText)
  useEffect(() => {
    finishCorrection.current = onFinishCorrection
    history.current = onHistory
    copiesTimes.current = timesInCopiedText
  })
  const showsChanges = useEditor(store, (state) => state.showsChanges)
  const surface = useEditor(store, (state) => state.surface)
  const running = useSession(session, (state) => state.running)
  const words = useMemo(() => surfaceWords(say, session), [say, session])

  useEffect(() => {
    const parent = place.current
    if (parent === null) return undefined
    const cutting = cuttingActions(store, session, say)
    const made = createSurface({
      parent,
      session,
      player,
      words,
      onSelection: (selection) => {
        selectInStore(store, selection)
        followCorrection(store, session)
      },
      onFinishCorrection: () => finishCorrection.current(),
      onName: (paragraphId) => void askSpeakerOf(store, paragraphId),
      onSpeakerDigit: (number) => assignToNumber(session, store.getState().selection, number),
      onSpeakerOnwards: () => void askSpeakerAtCaret(store, 'onwards'),
      cutting: () => (store.getState().isCutting ? cutting : null),
      copiesTimes: () => copiesTimes.current,
      clips,
      onHistory: (way) => history.current(way),
      onFailed: (error) => toastError(error, language),
    })
    store.setState({ surface: made, selection: made.selection })
    viewPlace.arrive(made)
    return () => {
      // If the text was already unmounted, its place was reported before.
      if (parent.isConnected) viewPlace.leave(made.place)
      store.setState({ surface: null, selection: noSelection, speakerPrompt: null })
      made.close()
    }
  }, [session, player, store, words, say, language, viewPlace, clips])

  // The scroll position is known only while the text is on the page.
  useLayoutEffect(
    () => () => {
      const { surface: last } = store.getState()
      if (last !== null) viewPlace.leave(last.place)
    },
    [store, viewPlace],
  )

  useEffect(() => surface?.setShowsChanges(showsChanges), [surface, showsChanges])
  useEffect(() => surface?.setListening(running), [surface, running])

  // Navigating by hand ends the correction of a place.
  return (
    <div
      ref={place}
      className={styles.place}
      onPointerDown={() => changeCheck(store, { isCorrecting: false })}
    />
  )
}

/** Other windows of the library can paste what was copied here. */
function clipsOf(studio: StudioClient, language: ProgramLanguage): ClipStore {
  return {
    keep: (id, { words, redacted }) => {
      void studio
        .call('clips.keep', { id, text: words, redacted: [...redacted] })
        .catch((error: unknown) => toastError(error, language))
    },
    read: async (id) => {
      const clip = await studio.call('clips.read', { id })
      return clip === null ? null : { words: clip.text, redacted: clip.redacted }
    },
  }
}

function surfaceWords(say: Say, session: TranscriptSession): SurfaceWords {
  const known = new WeakMap<Doubt, { speakers: readonly Speaker[]; text: string }>()
  return {
    transcript: say('editor.transcript'),
    scroller: say('editor.transcript.scroll'),
    changed: (recognized) =>
      recognized === '' ? say('editor.changed-by-you') : say('editor.changed-by-you.from', { recognized }),
    nobody: say('speaker.unknown'),
    listening: say('editor.listening'),
    comments: (texts) => texts.map((text) => say('comments.in-text', { text })).join('\n'),
    outside: say('trim.outside'),
    redacted: (placeholder) => say('redaction.mark', { placeholder }),
    silent: say('redaction.sound'),
    cut: say('cut-view.word'),
    leftOut: say('captions.left-out.words'),
    filler: say('fillers.hidden'),
    number: (written) => say('numbers.written', { text: written }),
    speakerNames: (speakers) => namesOf(speakers, say),
    speakerLabel: (number) => say('speaker.numbered', { number }),
    speakerButton: (name, time) => say('editor.speaker-button', { name, time }),
    reasons: (doubt) => {
      const { speakers } = session.state.transcript
      const before = known.get(doubt)
      if (before?.speakers === speakers) return before.text
      const names = namesOf(speakers, say)
      const text = reasonWords(doubt, say, names).join(' · ')
      known.set(doubt, { speakers, text })
      return text
    },
  }
}
