import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { usePreferences, useSetPreferences } from '../rpc/preferences-queries.ts'
import { useMenuActions } from '../rpc/app-bridge.tsx'
import { CaptionsScreen } from '../captions/captions-screen.tsx'
import { CutCaptions } from '../cut-captions/cut-captions.tsx'
import { WhichCaptions } from '../cut-captions/which-captions.tsx'
import { ClockOfCut, TextClock } from '../cut/cut-clock.tsx'
import { CutInWave } from '../cut/cut-in-wave.tsx'
import { focusCutEdge } from '../cut/focus-cut-edge.ts'
import { goToCut } from '../cut/go-to-cut.ts'
import { playJoin } from '../cut/play-join.ts'
import { setCutting } from '../cut/set-cutting.ts'
import { useDoubts, useDoubtsInText } from '../editor/doubt/use-doubts.ts'
import { CheckSource } from '../check/check-source.tsx'
import { finishItem, isInOpenItem } from '../editor/finish-item.ts'
import {
  askSpeakerAtCaret,
  createEditorStore,
  goToCheck,
  openPanel,
  reviewSpeakers,
  type SidePanelId,
  useEditor,
} from '../editor/editor-store.ts'
import { takeAskAgain } from '../editor/selection/again-when-opened.ts'
import { askAgainAtCaret } from '../editor/selection/ask-again.ts'
import { selectionKeys } from '../editor/selection/selection-keys.ts'
import { showSelectionInSound } from '../editor/selection/selection-in-sound.ts'
import { alignedFileOf } from '../editor/aligned/use-aligned-passages.ts'
import { commentAtSelection } from '../editor/comments/comment-at-selection.ts'
import { beginComment, createCommentStore } from '../comments/comment-store.ts'
import { useSavedDraft } from '../comments/use-saved-draft.ts'
import { useMomentScreen } from '../moments/use-moment-screen.tsx'
import { NotesPanel } from '../notes/notes-panel.tsx'
import { wordAt } from '../notes/word-at.ts'
import { useLocate } from '../library/imports/use-locate.ts'
import type { SoundPlayer } from '../sound/player/create-player.ts'
import type { PeakPyramid } from '../sound/waveform/peak-pyramid.ts'
import { usePlaybackKeys } from '../sound/player/playback-keys.ts'
import { SoundDock } from '../sound/dock/sound-dock.tsx'
import type { WaveStore } from '../sound/waveform/wave-store.ts'
import { toastError } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import { CueClock } from '../captions/cues/cue-clock.tsx'
import { CaptionRow } from '../captions/caption-row.tsx'
import { TimingControls } from '../captions/times/timing-controls.tsx'
import { EdgesAtCaret } from './edges-at-caret.tsx'
import { HistoryInMenu } from './history-in-menu.tsx'
import { JobNotice } from './job-notice.tsx'
import { MoreMenu } from './more-menu.tsx'
import type { OpenSession } from '../session/open-session.ts'
import { LostChangesNotice } from '../kept-live-text/lost-changes-notice.tsx'
import { WaitingTextNotice } from './waiting-text-notice.tsx'
import { MarkOfferNotice } from '../mark-offer/mark-offer-notice.tsx'
import { BetterModelAfter } from '../models/better-model-after.tsx'
import { RefusedBanner } from './refused-banner.tsx'
import { RecordingBar, type View } from './recording-bar.tsx'
import { type RecordingDialog, RecordingDialogs } from './recording-dialogs.tsx'
import styles from './recording.module.css'
import { SpeakingView } from './speaking-view.tsx'
import { TextView } from './text-view.tsx'
import { useKeptPlace } from '../editor/place/use-kept-place.ts'
import { useUndoKeys } from './use-undo-keys.ts'

export interface RecordingViewProps {
  readonly session: OpenSession
  readonly player: SoundPlayer
  readonly recording: OpenRecording
  readonly atMs: number | undefined
}

/** The main working screen: the bar, the view, the playback controls below. */
export function RecordingView({ session, player, recording, atMs }: RecordingViewProps) {
  const language = useLanguage()
  const say = useSay()
  const navigate = useNavigate()
  // An aligned text that nobody has edited opens with its differences from the speech.
  const [store] = useState(() => {
    const { transcript, editNumber } = session.state
    const isNew = editNumber === 0 && alignedFileOf(transcript) !== null
    return createEditorStore(isNew ? 'check' : 'voices')
  })
  const [comments] = useState(createCommentStore)
  useSavedDraft(comments, session)
  const viewPlace = useKeptPlace({ recordingId: recording.id, session, player, atMs }, store)
  const [view, setView] = useState<View>('text')
  /** Whether the view of captions has those of the cut. */
  const [showsCut, setShowsCut] = useState(false)
  const [dialog, setDialog] = useState<RecordingDialog | null>(null)
  const surface = useEditor(store, (state) => state.surface)
  const find = useEditor(store, (state) => state.find)
  const isDrawerOpen = useEditor(store, (state) => state.isDrawerOpen)
  const locate = useLocate()
  const { foldsCuts } = usePreferences()
  const { mutate: setPreferences } = useSetPreferences()
  const doubts = useDoubts(session)
  useDoubtsInText(surface, doubts.shown, session)
  useEffect(() => {
    if (takeAskAgain(recording.id)) askAgainAtCaret(store, session.state.transcript, 'all')
  }, [recording.id, store, session])
  useEffect(() => surface?.setPart(recording.trim), [surface, recording.trim])
  useEffect(() => showSelectionInSound(store, session, player), [store, session, player])

  // A key that led to the view removed what had the focus.
  useEffect(() => {
    if (view !== 'text' && document.activeElement === document.body)
      document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true })
  }, [view])

  const openFind = (kind: 'find' | 'replace'): void => {
    if (view !== 'captions') setView('text')
    // What is found is changed, which captions of the cut are not.
    setShowsCut(false)
    store.setState({ find: kind })
  }
  const showPanel = (panel: SidePanelId): void => {
    setView('text')
    openPanel(store, panel)
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
  useEffect(() => surface?.setMoments(moments.times), [surface, moments.times])
  const { headings } = moments.chapters
  useEffect(() => surface?.setChapters(headings), [surface, headings])
  const undoOrRedo = (way: 'undo' | 'redo'): void => {
    ;(surface ?? session)[way]().catch((error: unknown) => toastError(error, language))
  }
  useUndoKeys(undoOrRedo)
  const comment = (): void => {
    if (!commentAtSelection(store, comments, session)) toast.show({ text: say('comments.nowhere') })
  }
  const toDoubt = (step: 1 | -1): void => {
    setView('text')
    goToCheck(store, step, player.positionMs)
  }
  /** Handles Enter in the text while a place to check is being corrected there. */
  const finishCorrection = (): boolean => {
    const { open, isCorrecting } = store.getState().check
    if (open === null || !(isCorrecting || isInOpenItem(store, session))) return false
    finishItem(session, store, open)
    return true
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
  usePlaybackKeys({
    player,
    session,
    onParagraph: (id) => surface?.goToParagraph(id),
    others: {
      'hear-from-caret': playFromCaret,
      'next-doubt': () => toDoubt(1),
      'previous-doubt': () => toDoubt(-1),
      ...inText(selectionKeys(store, session, say)),
      'review-speakers': () => {
        setView('text')
        reviewSpeakers(store)
      },
      find: () => openFind('find'),
      replace: () => openFind('replace'),
      'show-changes': () => store.setState(({ showsChanges }) => ({ showsChanges: !showsChanges })),
      // The captions view has its own, for a caption.
      ...(view === 'captions' ? {} : { comment }),
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
      note: () => moments.mark('bookmark'),
      export: openExport,
      ...moments.keys,
    },
  })
  useMenuActions({
    undo: () => undoOrRedo('undo'),
    redo: () => undoOrRedo('redo'),
    find: () => openFind('find'),
    ...(view === 'captions' ? {} : { comment }),
    export: openExport,
    play: () => player.toggle(),
  })
  const clock =
    view === 'captions' && showsCut ? (
      <ClockOfCut session={session} player={player} recording={recording} />
    ) : view === 'captions' ? (
      <CueClock session={session} player={player} />
    ) : view === 'text' ? (
      <TextClock session={session} player={player} recording={recording} store={store} />
    ) : undefined
  const captionRow = (wave: WaveStore): ReactNode => (
    <CaptionRow session={session} player={player} recording={recording} wave={wave} />
  )
  const whichCaptions = (
    <WhichCaptions session={session} recordingId={recording.id} isCut={showsCut} onChoose={setShowsCut} />
  )
  const timingControls = <TimingControls session={session} player={player} recording={recording} />
  const cutInWave = (wave: WaveStore): ReactNode => (
    <CutInWave session={session} player={player} recording={recording} store={store} wave={wave} />
  )
  const edges = (wave: WaveStore, pyramid: PeakPyramid | null): ReactNode => (
    <>
      {cutInWave(wave)}
      <EdgesAtCaret session={session} player={player} store={store} wave={wave} pyramid={pyramid} />
    </>
  )

  // Parts that change with a keystroke are in small components: rendering this one renders everything below
  // it.
  return (
    <div className={styles.screen}>
      <HistoryInMenu session={session} />
      <CheckSource session={session} store={store} doubts={doubts} recording={recording} />
      <RecordingBar
        title={recording.title}
        session={session}
        view={view}
        onView={setView}
        onUndo={() => undoOrRedo('undo')}
        onRedo={() => undoOrRedo('redo')}
        onFind={() => openFind('find')}
        onPanel={() => store.setState({ isDrawerOpen: !isDrawerOpen })}
        isPanelOpen={isDrawerOpen}
        onExport={openExport}
        more={
          <MoreMenu session={session} store={store} view={view} onGoToTime={() => setDialog('go-to-time')} />
        }
      />
      <RefusedBanner session={session} />
      <MarkOfferNotice session={session} recording={recording} />
      <WaitingTextNotice recordingId={recording.id} transcriptId={session.transcriptId} store={store} />
      <LostChangesNotice recordingId={recording.id} />
      <BetterModelAfter session={session} />
      {view === 'text' && (
        <TextView
          session={session}
          player={player}
          recording={recording}
          store={store}
          onFinishCorrection={finishCorrection}
          onHistory={undoOrRedo}
          viewPlace={viewPlace}
          onComment={comment}
          onSpeakingTime={() => setView('speaking')}
          renderNotes={(shown) => (
            <NotesPanel
              session={session}
              player={player}
              store={store}
              comments={comments}
              moments={moments}
              {...shown}
              onNote={() => moments.mark('bookmark')}
              onMinutes={openMinutes}
            />
          )}
        />
      )}
      {view !== 'text' && (
        <main id="content" tabIndex={-1} className={styles.view}>
          <JobNotice recording={recording} />
          {view === 'captions' && showsCut ? (
            <CutCaptions session={session} player={player} recording={recording} firstTool={whichCaptions} />
          ) : view === 'captions' ? (
            <CaptionsScreen
              session={session}
              player={player}
              recording={recording}
              onCue={viewPlace.chooseCue}
              comments={comments}
              onHistory={(way) => session[way]()}
              find={find}
              onFind={(next) => store.setState({ find: next })}
              firstTool={whichCaptions}
            />
          ) : (
            <SpeakingView session={session} player={player} recording={recording} store={store} />
          )}
        </main>
      )}
      {moments.strip}
      <SoundDock
        session={session}
        player={player}
        recording={recording}
        barOnly={view === 'speaking'}
        onLocate={() => locate(recording.id)}
        pins={moments.pins}
        clock={clock}
        {...(view === 'text' ? { edges } : {})}
        {...(view === 'captions' && showsCut ? { edges: cutInWave } : {})}
        {...(view === 'captions' && !showsCut ? { cues: captionRow, controls: timingControls } : {})}
      />
      <RecordingDialogs
        session={session}
        store={store}
        recording={recording}
        view={view}
        dialog={dialog}
        onDialog={setDialog}
        onStarted={() => setView('text')}
        onTime={(ms) => {
          player.seek(ms)
          surface?.goToTime(ms)
        }}
      />
    </div>
  )
}
