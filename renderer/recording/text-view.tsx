import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { CaptionedVideo } from '../captions/captioned-video.tsx'
import { usePreparedCues } from '../captions/cues/use-prepared-cues.ts'
import { CommentAtCaret } from '../editor/comments/comment-at-caret.tsx'
import { useCommentsInText } from '../editor/comments/use-comments-in-text.ts'
import { useComments } from '../comments/use-comments.ts'
import type { NotesPanelProps } from '../notes/notes-panel.tsx'
import { CheckList } from '../check/check-list.tsx'
import { CutBar } from '../cut/cut-bar.tsx'
import { CutPlayback } from '../cut/cut-playback.tsx'
import { ClipDialog } from '../clips/clip-dialog.tsx'
import { CorrectOthers } from '../correct-others/correct-others.tsx'
import {
  changeCheck,
  type EditorStore,
  listedItems,
  reviewSpeakers,
  useEditor,
} from '../editor/editor-store.ts'
import { FindInText } from '../editor/find/find-in-text.tsx'
import { ReadingView } from '../editor/reading/reading-view.tsx'
import { SelectionBar } from '../editor/selection/selection-bar.tsx'
import { SpeakerChoice } from '../editor/speakers/speaker-choice.tsx'
import { textCorrectionPlace } from '../editor/text-correction-place.ts'
import { TranscriptEditor } from '../editor/transcript-editor.tsx'
import type { SoundPlayer } from '../sound/player/create-player.ts'
import { useMedia } from '../sound/player/use-media.ts'
import { useSession } from '../session/use-session.ts'
import { classNames } from '../ui/class-names.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PanelScroll } from '../ui/panel.tsx'
import { useSay } from '../ui/words.tsx'
import { DetailsPanel } from './details-panel.tsx'
import { JobNotice } from './job-notice.tsx'
import { SidePanel } from './side-panel.tsx'
import { VoicesPanel } from '../voices/voices-panel.tsx'
import type { OpenSession } from '../session/open-session.ts'
import { SideBySide } from '../second-opinion/side-by-side.tsx'
import { useEscape } from '../keys/use-escape.ts'
import type { PlaceOfViews } from '../editor/place/use-kept-place.ts'
import styles from './recording.module.css'

export interface TextViewProps {
  readonly session: OpenSession
  readonly player: SoundPlayer
  readonly recording: OpenRecording
  readonly store: EditorStore
  readonly viewPlace: PlaceOfViews
  /** Starts a comment on the selection or at the caret. */
  readonly onComment: () => void
  /** The panel of notes. */
  readonly renderNotes: (shown: Pick<NotesPanelProps, 'isVisible' | 'allComments'>) => ReactNode
  /** The view of speaking time was requested. */
  readonly onSpeakingTime: () => void
  /** Enter in the text; returns true if it ends the correction of a place to check. */
  readonly onFinishCorrection: () => boolean
  /** Keys for undo or redo in the text. */
  readonly onHistory: (way: 'undo' | 'redo') => void
}

/** The text with the side panel. */
export function TextView(props: TextViewProps) {
  const { session, player, recording, store, viewPlace, onFinishCorrection } = props
  const { onComment, renderNotes } = props
  const say = useSay()
  const find = useEditor(store, (state) => state.find)
  const panel = useEditor(store, (state) => state.panel)
  const comparing = useEditor(store, (state) => state.comparing)
  const isDrawerOpen = useEditor(store, (state) => state.isDrawerOpen)
  const isEmpty = useSession(session, (state) => state.transcript.paragraphs.length === 0)
  const running = useSession(session, (state) => state.running)
  usePreparedCues(session, recording, running)
  const toCheck = useEditor(store, ({ check }) => listedItems({ ...check, timed: null, only: null }).length)
  const allComments = useComments(session)
  useCommentsInText(
    useEditor(store, (state) => state.surface),
    allComments,
    session,
  )
  const place = useMemo(() => textCorrectionPlace(store), [store])
  const isReading = useEditor(store, (state) => state.isReading)
  const clipPrompt = useEditor(store, (state) => state.clipPrompt)
  const isCutting = useEditor(store, (state) => state.isCutting)
  useFocusAfterReading(store, isReading)
  /** The side element that shows the preview of replacing. */
  const [preview, setPreview] = useState<HTMLElement | null>(null)
  const withPreview = find === 'replace' && !isReading
  const isNarrow = useMedia('(max-width: 900px)')
  const isPanelVisible = !withPreview && (!isNarrow || isDrawerOpen)
  useEscape(isNarrow && (isDrawerOpen || withPreview), () => {
    store.setState({ isDrawerOpen: false, ...(withPreview ? { find: 'closed' as const } : {}) })
    store.getState().surface?.focus()
  })
  return (
    <div className={styles.work}>
      {find !== 'closed' && !isReading && (
        <div className={styles.finder}>
          <FindInText session={session} store={store} withReplace={find === 'replace'} preview={preview} />
        </div>
      )}
      <main id="content" tabIndex={-1} className={styles.sheet}>
        <JobNotice recording={recording} />
        {isReading ? (
          <ReadingView session={session} onClose={() => store.setState({ isReading: false })} />
        ) : comparing?.isSideBySide === true ? (
          <SideBySide session={session} player={player} store={store} comparing={comparing} />
        ) : (
          <>
            {isEmpty && (
              <EmptyState
                className={styles.nothing}
                title={say(running ? 'editor.listening.first' : 'editor.silent')}
              >
                {!running && <p>{say('editor.silent.more')}</p>}
              </EmptyState>
            )}
            <CutPlayback session={session} player={player} recording={recording} store={store} />
            {!isEmpty && <CutBar session={session} player={player} recording={recording} store={store} />}
            <TranscriptEditor
              session={session}
              player={player}
              store={store}
              viewPlace={viewPlace}
              onFinishCorrection={onFinishCorrection}
              onHistory={props.onHistory}
            />
            <SelectionBar session={session} player={player} store={store} onComment={onComment} />
            {clipPrompt !== null && (
              <ClipDialog
                session={session}
                player={player}
                recording={recording}
                span={clipPrompt}
                isCutting={isCutting}
                onClose={() => store.setState({ clipPrompt: null })}
              />
            )}
            <CorrectOthers session={session} place={place} />
            <CommentAtCaret
              session={session}
              store={store}
              all={allComments}
              isListed={panel === 'notes' && isPanelVisible}
            />
          </>
        )}
        <SpeakerChoice
          session={session}
          player={player}
          store={store}
          durationMs={recording.durationMs ?? 0}
        />
      </main>
      <aside
        className={classNames(styles.side, (isDrawerOpen || withPreview) && styles.open)}
        aria-label={say('editor.panel')}
      >
        {recording.hasVideo && (
          <div className={styles.video}>
            <CaptionedVideo session={session} player={player} recording={recording} />
          </div>
        )}
        {withPreview ? (
          <div ref={setPreview} className={styles.sideFill} />
        ) : (
          <SidePanel
            chosen={panel}
            onChoose={(chosen) => {
              store.setState({ panel: chosen })
              changeCheck(store, { isCorrecting: false })
            }}
            checkCount={toCheck === 0 ? undefined : toCheck}
            panels={{
              voices: (
                <VoicesPanel
                  session={session}
                  player={player}
                  recording={recording}
                  onVoice={(speakerId, anchor) => store.setState({ speakerPrompt: { speakerId, anchor } })}
                  onSpeakingTime={props.onSpeakingTime}
                  onReview={() => reviewSpeakers(store)}
                />
              ),
              check: <CheckList session={session} player={player} store={store} recording={recording} />,
              notes: renderNotes({ isVisible: isPanelVisible, allComments }),
              details: (
                <PanelScroll>
                  <DetailsPanel session={session} recording={recording} store={store} player={player} />
                </PanelScroll>
              ),
            }}
          />
        )}
      </aside>
    </div>
  )
}

/** The button that led back from the reading view is gone with it. */
function useFocusAfterReading(store: EditorStore, isReading: boolean): void {
  const wasReading = useRef(isReading)
  useEffect(() => {
    if (wasReading.current && !isReading && document.activeElement === document.body)
      store.getState().surface?.focus()
    wasReading.current = isReading
  }, [store, isReading])
}
