import { type ReactNode, useMemo, useState } from 'react'
import type { Doubt } from '#core/doubt/reasons'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { CaptionedVideo } from '../captions/captioned-video.tsx'
import { usePreparedCues } from '../captions/cues/use-prepared-cues.ts'
import { AlignedPanel } from '../editor/aligned/aligned-panel.tsx'
import { type AlignedPassages, useAlignedPassages } from '../editor/aligned/use-aligned-passages.ts'
import { CommentAtCaret } from '../editor/comments/comment-at-caret.tsx'
import { CommentsPanel } from '../editor/comments/comments-panel.tsx'
import { useCommentsInText } from '../editor/comments/use-comments-in-text.ts'
import type { CommentStore } from '../comments/comment-store.ts'
import { useComments } from '../comments/use-comments.ts'
import { CheckPanel } from '../editor/doubt/check-panel.tsx'
import { type CheckOrder, placesToCheck } from '#core/doubt/places-to-check'
import { CorrectOthers } from '../correct-others/correct-others.tsx'
import { type EditorStore, reviewSpeakers, useEditor } from '../editor/editor-store.ts'
import { FindInText } from '../editor/find/find-in-text.tsx'
import { ReadingView } from '../editor/reading/reading-view.tsx'
import { SelectionBar } from '../editor/selection/selection-bar.tsx'
import { SpeakerChoice } from '../editor/speakers/speaker-choice.tsx'
import { textCorrectionPlace } from '../editor/text-correction-place.ts'
import { TranscriptEditor } from '../editor/transcript-editor.tsx'
import type { Player } from '../sound/player/player.ts'
import { useMedia } from '../sound/player/use-media.ts'
import { useSession } from '../session/use-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import { SpeakerReviewPanel } from '../speaker-review/speaker-review-panel.tsx'
import { SpeakingPanel } from '../speaking/speaking-panel.tsx'
import { classNames } from '../ui/class-names.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useSay } from '../ui/words.tsx'
import { DetailsPanel } from './details-panel.tsx'
import { JobNotice } from './job-notice.tsx'
import type { OpenSession } from '../session/open-session.ts'
import { OpinionPanel } from '../second-opinion/opinion-panel.tsx'
import { SideBySide } from '../second-opinion/side-by-side.tsx'
import { useEscape } from '../keys/use-escape.ts'
import type { PlaceOfViews } from '../editor/place/use-kept-place.ts'
import styles from './recording.module.css'

export interface TextViewProps {
  readonly session: OpenSession
  readonly player: Player
  readonly recording: OpenRecording
  readonly store: EditorStore
  readonly doubts: readonly Doubt[] | null
  readonly order: CheckOrder
  readonly onOrder: (order: CheckOrder) => void
  readonly viewPlace: PlaceOfViews
  readonly comments: CommentStore
  /** Starts a comment on the selection or at the caret. */
  readonly onComment: () => void
  /** The list of moments. */
  readonly moments: { readonly count: number; readonly panel: ReactNode }
  /** Enter in the text; returns true if it ends the correction of a place to check. */
  readonly onFinishCorrection: () => boolean
  /** Keys for undo or redo in the text. */
  readonly onHistory: (way: 'undo' | 'redo') => void
}

/** How many passages of an aligned text differ; undefined if none. */
const countOf = ({ unspoken, unwritten }: AlignedPassages): number | undefined =>
  unspoken.length + (unwritten?.length ?? 0) || undefined

/** The text with the side panel. */
export function TextView(props: TextViewProps) {
  const { session, player, recording, store, doubts, order, onOrder, viewPlace, onFinishCorrection } = props
  const { comments, onComment, moments } = props
  const say = useSay()
  const find = useEditor(store, (state) => state.find)
  const panel = useEditor(store, (state) => state.panel)
  const comparing = useEditor(store, (state) => state.comparing)
  const speakerReview = useEditor(store, (state) => state.speakerReview)
  const isDrawerOpen = useEditor(store, (state) => state.isDrawerOpen)
  const isEmpty = useSession(session, (state) => state.transcript.paragraphs.length === 0)
  const running = useSession(session, (state) => state.running)
  usePreparedCues(session, recording, running)
  const transcript = useTranscriptAfterTyping(session)
  const places = useMemo(
    () => (doubts === null ? null : placesToCheck(transcript, doubts, order)),
    [transcript, doubts, order],
  )
  const allComments = useComments(session)
  const openComments = allComments.filter(({ isResolved }) => !isResolved).length
  useCommentsInText(
    useEditor(store, (state) => state.surface),
    allComments,
    session,
  )
  const place = useMemo(() => textCorrectionPlace(store), [store])
  const aligned = useAlignedPassages(session, recording.durationMs ?? 0)
  const [isReading, setReading] = useState(false)
  /** The side element that shows the preview of replacing. */
  const [preview, setPreview] = useState<HTMLElement | null>(null)
  const withPreview = find === 'replace' && !isReading
  const isNarrow = useMedia('(max-width: 900px)')
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
          <ReadingView session={session} onClose={() => setReading(false)} />
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
            <TranscriptEditor
              session={session}
              player={player}
              store={store}
              viewPlace={viewPlace}
              onFinishCorrection={onFinishCorrection}
              onHistory={props.onHistory}
            />
            <SelectionBar session={session} player={player} store={store} onComment={onComment} />
            <CorrectOthers session={session} place={place} />
            <CommentAtCaret
              session={session}
              store={store}
              all={allComments}
              isListed={panel === 'comments' && !withPreview && (!isNarrow || isDrawerOpen)}
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
        ) : comparing !== null ? (
          <OpinionPanel
            session={session}
            player={player}
            store={store}
            comparing={comparing}
            durationMs={recording.durationMs}
          />
        ) : speakerReview !== null ? (
          <SpeakerReviewPanel
            session={session}
            player={player}
            recording={recording}
            store={store}
            review={speakerReview}
          />
        ) : (
          <Tabs
            label={say('editor.panel')}
            className={styles.sideFill}
            listClassName={styles.sideTabs}
            panelClassName={styles.sidePanel}
            // Another transcript of the recording may not be an aligned text.
            chosen={panel === 'aligned' && aligned === null ? 'speaking' : panel}
            onChoose={(chosen) => store.setState({ panel: chosen, isCorrecting: false })}
            tabs={[
              {
                id: 'speaking',
                label: say('editor.view.speaking'),
                panel: (
                  <SpeakingPanel
                    session={session}
                    player={player}
                    recording={recording}
                    onVoice={(speakerId, anchor) => store.setState({ speakerPrompt: { speakerId, anchor } })}
                    onReview={() => reviewSpeakers(store)}
                  />
                ),
              },
              {
                id: 'check',
                label: say('editor.check'),
                count: places?.length,
                panel: (
                  <CheckPanel
                    session={session}
                    player={player}
                    store={store}
                    places={places}
                    order={order}
                    onOrder={onOrder}
                  />
                ),
              },
              ...(aligned === null
                ? []
                : [
                    {
                      id: 'aligned' as const,
                      label: say('aligned.title'),
                      icon: 'file' as const,
                      count: countOf(aligned),
                      panel: <AlignedPanel player={player} store={store} passages={aligned} />,
                    },
                  ]),
              {
                id: 'comments',
                label: say('comments.title'),
                icon: 'comment',
                count: openComments === 0 ? undefined : openComments,
                panel: (
                  <CommentsPanel
                    session={session}
                    player={player}
                    store={store}
                    comments={comments}
                    all={allComments}
                    onNew={onComment}
                  />
                ),
              },
              {
                id: 'moments',
                label: say('moments.title'),
                icon: 'bookmark',
                count: moments.count === 0 ? undefined : moments.count,
                panel: moments.panel,
              },
              {
                id: 'details',
                label: say('editor.details'),
                // Labels for all of them would be wider than the panel.
                icon: 'info',
                panel: (
                  <DetailsPanel
                    session={session}
                    recording={recording}
                    store={store}
                    player={player}
                    isReading={isReading}
                    onReading={(isOn) => {
                      setReading(isOn)
                      // As a drawer, the panel would cover the text to read.
                      store.setState({ isDrawerOpen: false })
                    }}
                  />
                ),
              },
            ]}
          />
        )}
      </aside>
    </div>
  )
}
