import { type ReactNode, useEffect, useState } from 'react'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { CaptionsScreen } from '../captions/captions-screen.tsx'
import { CutCaptions } from '../cut-captions/cut-captions.tsx'
import { WhichCaptions } from '../cut-captions/which-captions.tsx'
import { ClockOfCut, TextClock } from '../cut/cut-clock.tsx'
import { CutInWave } from '../cut/cut-in-wave.tsx'
import { useDoubts, useDoubtsInText } from '../editor/doubt/use-doubts.ts'
import { CheckSource } from '../check/check-source.tsx'
import { finishItem, isInOpenItem } from '../editor/finish-item.ts'
import { createEditorStore, useEditor } from '../editor/editor-store.ts'
import { takeAskAgain } from '../editor/selection/again-when-opened.ts'
import { askAgainAtCaret } from '../editor/selection/ask-again.ts'
import { showSelectionInSound } from '../editor/selection/selection-in-sound.ts'
import { alignedFileOf } from '../editor/aligned/use-aligned-passages.ts'
import { createCommentStore } from '../comments/comment-store.ts'
import { useSavedDraft } from '../comments/use-saved-draft.ts'
import { NotesPanel } from '../notes/notes-panel.tsx'
import { useLocate } from '../library/imports/use-locate.ts'
import type { SoundPlayer } from '../sound/player/create-player.ts'
import type { PeakPyramid } from '../sound/waveform/peak-pyramid.ts'
import { SoundDock } from '../sound/dock/sound-dock.tsx'
import type { WaveStore } from '../sound/waveform/wave-store.ts'
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
import { useRecordingActions } from './use-recording-actions.ts'

export interface RecordingViewProps {
  readonly session: OpenSession
  readonly player: SoundPlayer
  readonly recording: OpenRecording
  readonly atMs: number | undefined
}

/** The main working screen: the bar, the view, the playback controls below. */
export function RecordingView({ session, player, recording, atMs }: RecordingViewProps) {
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

  const actions = useRecordingActions({
    session,
    player,
    recording,
    store,
    comments,
    view,
    setView,
    setDialog,
    leaveCutCaptions: () => setShowsCut(false),
  })
  const { moments, undoOrRedo } = actions
  useEffect(() => surface?.setMoments(moments.times), [surface, moments.times])
  const { headings } = moments.chapters
  useEffect(() => surface?.setChapters(headings), [surface, headings])
  /** Handles Enter in the text while a place to check is being corrected there. */
  const finishCorrection = (): boolean => {
    const { open, isCorrecting } = store.getState().check
    if (open === null || !(isCorrecting || isInOpenItem(store, session))) return false
    finishItem(session, store, open)
    return true
  }
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
        onFind={() => actions.openFind('find')}
        onPanel={() => store.setState({ isDrawerOpen: !isDrawerOpen })}
        isPanelOpen={isDrawerOpen}
        onExport={actions.openExport}
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
          onComment={actions.comment}
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
              onMinutes={actions.openMinutes}
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
