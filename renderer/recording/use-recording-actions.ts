import { useNavigate } from '@tanstack/react-router'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { usePreferences, useSetPreferences } from '../rpc/preferences-queries.ts'
import { useMenuActions } from '../rpc/app-bridge.tsx'
import { beginComment, type CommentStore } from '../comments/comment-store.ts'
import { focusCutEdge } from '../cut/focus-cut-edge.ts'
import { goToCut } from '../cut/go-to-cut.ts'
import { playJoin } from '../cut/play-join.ts'
import { setCutting } from '../cut/set-cutting.ts'
import { commentAtSelection } from '../editor/comments/comment-at-selection.ts'
import {
  askSpeakerAtCaret,
  type EditorStore,
  goToCheck,
  openPanel,
  reviewSpeakers,
  type SidePanelId,
  useEditor,
} from '../editor/editor-store.ts'
import { selectionKeys } from '../editor/selection/selection-keys.ts'
import { useMomentScreen } from '../moments/use-moment-screen.tsx'
import { wordAt } from '../notes/word-at.ts'
import type { OpenSession } from '../session/open-session.ts'
import type { SoundPlayer } from '../sound/player/create-player.ts'
import { usePlaybackKeys } from '../sound/player/playback-keys.ts'
import { toastError } from '../ui/error-notice.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import type { View } from './recording-bar.tsx'
import type { RecordingDialog } from './recording-dialogs.tsx'
import { useUndoKeys } from './use-undo-keys.ts'

export interface RecordingActionParts {
  readonly session: OpenSession
  readonly player: SoundPlayer
  readonly recording: OpenRecording
  readonly store: EditorStore
  readonly comments: CommentStore
  readonly view: View
  readonly setView: (view: View) => void
  readonly setDialog: (dialog: RecordingDialog) => void
  /** The view of captions shows those of the transcript, not those of the cut. */
  readonly leaveCutCaptions: () => void
}

/** What the keys, the menu and the buttons of a recording's screen do, and its moments. */
export function useRecordingActions(parts: RecordingActionParts) {
  const { session, player, recording, store, comments, view, setView, setDialog } = parts
  const language = useLanguage()
  const say = useSay()
  const navigate = useNavigate()
  const surface = useEditor(store, (state) => state.surface)

  const openFind = (kind: 'find' | 'replace'): void => {
    if (view !== 'captions') setView('text')
    // What is found is changed, which captions of the cut are not.
    parts.leaveCutCaptions()
    store.setState({ find: kind })
  }
  const openExport = (): void => {
    surface?.commitAll()
    setDialog('export')
  }
  const openMinutes = (): void => {
    surface?.commitAll()
    void navigate({ to: '/recording/$id/minutes', params: { id: recording.id } })
  }
  const commentInstead = (wordMs: number, text: string): void => {
    const word = wordAt(session.state.transcript, wordMs)
    if (word === null || !beginComment(comments, session, word, word, text)) {
      toast.show({ text: say('comments.nowhere') })
      return
    }
    openPanel(store, 'notes')
  }
  const moments = useMomentScreen({
    recordingId: recording.id,
    durationMs: recording.durationMs ?? 0,
    session,
    player,
    wordAtCaret: () => (view === 'text' ? store.getState().selection.wordId : null),
    goToTime: (ms) => surface?.goToTime(ms),
    focusText: () => surface?.focus(),
    // The captions view writes its own comments.
    onComment: view === 'text' ? commentInstead : null,
    onChapter: () => {
      if (view === 'text') openPanel(store, 'notes')
    },
  })
  const undoOrRedo = (way: 'undo' | 'redo'): void => {
    ;(surface ?? session)[way]().catch((error: unknown) => toastError(error, language))
  }
  useUndoKeys(undoOrRedo)
  const comment = (): void => {
    if (!commentAtSelection(store, comments, session)) toast.show({ text: say('comments.nowhere') })
  }
  // The captions view has its own, for a caption.
  const commentKey = view === 'captions' ? {} : { comment }
  const viewKeys = useViewKeys(parts)
  usePlaybackKeys({
    player,
    session,
    onParagraph: (id) => surface?.goToParagraph(id),
    others: {
      ...viewKeys,
      find: () => openFind('find'),
      replace: () => openFind('replace'),
      ...commentKey,
      note: () => moments.mark('bookmark'),
      export: openExport,
      ...moments.keys,
    },
  })
  useMenuActions({
    undo: () => undoOrRedo('undo'),
    redo: () => undoOrRedo('redo'),
    find: () => openFind('find'),
    ...commentKey,
    export: openExport,
    play: () => player.toggle(),
  })
  return { moments, undoOrRedo, openFind, openExport, openMinutes, comment }
}

/** Keys that lead to a view or a panel, or act at the caret or in the cut. */
function useViewKeys({ session, player, store, view, setView, setDialog }: RecordingActionParts) {
  const say = useSay()
  const { foldsCuts } = usePreferences()
  const { mutate: setPreferences } = useSetPreferences()
  const surface = useEditor(store, (state) => state.surface)
  const showPanel = (panel: SidePanelId): void => {
    setView('text')
    openPanel(store, panel)
  }
  const toDoubt = (step: 1 | -1): void => {
    setView('text')
    goToCheck(store, step, player.positionMs)
  }
  /** Keys for the text's selection: in another view they lead to the text, and change nothing that is not seen. */
  const inText = <Keys extends Readonly<Record<string, () => void>>>(keys: Keys): Keys =>
    Object.fromEntries(
      Object.entries(keys).map(([id, run]) => [id, view === 'text' ? run : () => setView('text')]),
    ) as Keys
  const playFromCaret = (): void => {
    const caret = store.getState().selection
    const paragraph = session.state.transcript.paragraphs.find(({ id }) => id === caret.paragraphId)
    const word = paragraph?.words.find(({ id }) => id === caret.wordId)
    if (word !== undefined) player.seek(word.startMs)
    player.play()
  }
  return {
    'hear-from-caret': playFromCaret,
    'next-doubt': () => toDoubt(1),
    'previous-doubt': () => toDoubt(-1),
    ...inText(selectionKeys(store, session, say)),
    'review-speakers': () => {
      setView('text')
      reviewSpeakers(store)
    },
    'show-changes': () => store.setState(({ showsChanges }) => ({ showsChanges: !showsChanges })),
    ...inText({
      'insert-time': () => surface?.insertTime(`[${formatDuration(player.positionMs)}]`),
      'choose-speaker': () => void askSpeakerAtCaret(store, null),
    }),
    'go-to-time': () => setDialog('go-to-time'),
    'cut-mode': () => {
      setView('text')
      setCutting(store, !store.getState().isCutting)
    },
    'hear-join': () => playJoin(session, player, store, say),
    'next-cut': () => goToCut(1, session, player, store),
    'previous-cut': () => goToCut(-1, session, player, store),
    'cut-edge': () => {
      setView('text')
      if (!store.getState().isCutting) setCutting(store, true)
      focusCutEdge(session, player, store, say)
    },
    'fold-cuts': () => setPreferences({ foldsCuts: !foldsCuts }),
    'view-text': () => setView('text'),
    'view-captions': () => setView('captions'),
    'view-speaking': () => setView('speaking'),
    'view-check': () => showPanel('check'),
    'view-comments': () => showPanel('notes'),
  }
}
