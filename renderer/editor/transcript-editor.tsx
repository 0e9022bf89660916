import { useEffect, useMemo, useRef } from 'react'
import type { DoubtReason } from '#core/doubt/reasons'
import type { Speaker } from '#core/transcript/transcript'
import type { TranscriptSession } from '../recording/transcript-session.ts'
import type { Player } from '../sound/player.ts'
import { useSession } from '../sound/use-session.ts'
import { toastError } from '../ui/error-notice.tsx'
import { type Say, useLanguage, useSay } from '../ui/words.tsx'
import { askSpeaker, type EditorStore, noSelection, selectInStore, useEditor } from './editor-store.ts'
import { reasonWords } from './reason-words.ts'
import { assignToNumber } from './speakers/assign-to-number.ts'
import { createSurface } from './surface/create-surface.ts'
import type { SurfaceWords } from './surface/surface-words.ts'
import styles from './transcript-editor.module.css'
import { namesOf } from './use-speaker-names.ts'

export interface TranscriptEditorProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  /** Where to begin. */
  readonly atMs?: number | undefined
}

/** The text of a transcript on the page. The surface itself is no part of React: it lives as long as this is there. */
export function TranscriptEditor({ session, player, store, atMs }: TranscriptEditorProps) {
  const say = useSay()
  const language = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  const begin = useRef(atMs)
  const showsChanges = useEditor(store, (state) => state.showsChanges)
  const surface = useEditor(store, (state) => state.surface)
  const running = useSession(session, (state) => state.running)
  const words = useMemo(() => surfaceWords(say, session), [say, session])

  useEffect(() => {
    const parent = place.current
    if (parent === null) return undefined
    const made = createSurface({
      parent,
      session,
      player,
      words,
      onSelection: (selection) => selectInStore(store, selection),
      onName: (paragraphId) => void askSpeaker(store, paragraphId, 'paragraph'),
      onSpeakerDigit: (number) => assignToNumber(session, store.getState().selection, number),
      onSpeakerOnwards: () => void askSpeaker(store, store.getState().selection.paragraphId, 'onwards'),
      onFailed: (error) => toastError(error, language),
    })
    store.setState({ surface: made, selection: made.selection })
    if (begin.current !== undefined) made.goToTime(begin.current)
    begin.current = undefined
    return () => {
      begin.current = player.positionMs
      store.setState({ surface: null, selection: noSelection, speakerAsk: null })
      made.close()
    }
  }, [session, player, store, words, language])

  useEffect(() => surface?.setShowsChanges(showsChanges), [surface, showsChanges])
  useEffect(() => surface?.setListening(running), [surface, running])

  return <div ref={place} className={styles.place} />
}

function surfaceWords(say: Say, session: TranscriptSession): SurfaceWords {
  const known = new WeakMap<readonly DoubtReason[], { speakers: readonly Speaker[]; text: string }>()
  return {
    transcript: say('editor.transcript'),
    scroller: say('editor.transcript.scroll'),
    changed: (heard) =>
      heard === '' ? say('editor.changed-by-you') : say('editor.changed-by-you.heard', { heard }),
    nobody: say('speaker.unknown'),
    listening: say('editor.listening'),
    speakerNames: (speakers) => namesOf(speakers, say),
    speakerButton: (name, time) => say('editor.speaker-button', { name, time }),
    reasons: (reasons) => {
      const { speakers } = session.state.transcript
      const before = known.get(reasons)
      if (before?.speakers === speakers) return before.text
      const names = namesOf(speakers, say)
      const text = [...new Set(reasons.map((reason) => reasonWords(reason, say, names)))].join(' · ')
      known.set(reasons, { speakers, text })
      return text
    },
  }
}
