import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ReviewQuestion } from '#core/speaker-review/questions'
import type { Transcript } from '#core/transcript/transcript'
import {
  changeSpeakerReview,
  type EditorStore,
  type SpeakerReview,
  useEditor,
} from '../editor/editor-store.ts'
import { speakersInOrder } from '../editor/speakers/assign-to-number.ts'
import { useSpeakerNames } from '../editor/use-speaker-names.ts'
import { OfferList } from '../remembered-voices/offer-list.tsx'
import { useVoiceOffers } from '../remembered-voices/use-remembered-voices.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useSession } from '../session/use-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import type { Player } from '../sound/player/player.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Loading } from '../ui/loading.tsx'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'
import { OpenQuestion, PairNames } from './open-question.tsx'
import { questionTitle, wordsAsked } from './question-words.ts'
import styles from './speaker-review.module.css'
import { type Answer, useReview } from './use-review.ts'
import { useReviewEvidence } from './use-review-evidence.ts'
import { useStretches, VoiceList } from './voice-list.tsx'

export interface SpeakerReviewPanelProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: OpenRecording
  readonly store: EditorStore
  readonly review: SpeakerReview
}

/** Rows drawn below the open one; more follow as the open one advances. */
const SHOWN_AFTER = 40
/** Playback starts this long before a turn and ends this long after it. */
const RUN_UP_MS = 700

/** Who speaks: the voices, and questions about them, one open at a time: play, answer, next. */
export function SpeakerReviewPanel(props: SpeakerReviewPanelProps) {
  const { session, player, recording, store, review } = props
  const say = useSay()
  const transcript = useTranscriptAfterTyping(session)
  const running = useSession(session, (state) => state.running)
  const names = useSpeakerNames(session)
  const surface = useEditor(store, (state) => state.surface)
  const { evidence, error, isFetching } = useReviewEvidence(session)
  const { questions, settle } = useReview(session, evidence ?? null)
  const { offers, error: offersError } = useVoiceOffers(session)
  const hasOffers = offers !== undefined && offers.length > 0
  /** Offers come first, and are awaited, until they are answered or left for later. */
  const [areOffersDone, setOffersDone] = useState(false)
  const isOfferNext = !areOffersDone && offersError === null && (offers === undefined || hasOffers)
  const wantsQuestion = review.wantsFocus && !isOfferNext
  const stretches = useStretches(session, evidence ?? null)
  const speakers = useMemo(() => speakersInOrder(transcript), [transcript])
  const played = useRef({ key: '', times: 0 })
  const top = useRef<HTMLDivElement>(null)
  const found = questions.findIndex(({ key }) => key === review.openKey)
  const at = found < 0 ? 0 : found
  const now = questions[at] ?? null

  const close = (): void => {
    store.setState({ speakerReview: null, isDrawerOpen: false })
    surface?.focus()
  }
  const open = (question: ReviewQuestion | undefined): void => {
    changeSpeakerReview(store, { openKey: question?.key ?? null, wantsFocus: question !== undefined })
    if (question === undefined) top.current?.focus()
  }
  const answer = (question: ReviewQuestion, given: Answer): void => {
    if (settle(question, given)) open(questions[at + 1] ?? questions[at - 1])
    else toast.show({ text: say('speaker-review.stale') })
  }
  const play = (question: ReviewQuestion): void => {
    if (question.kind !== 'pair') {
      const { startMs, endMs } = question
      player.playSpan({ startMs: Math.max(0, startMs - RUN_UP_MS), endMs: endMs + RUN_UP_MS })
      return
    }
    // One voice, then the other, each time with different words.
    const times = played.current.key === question.key ? played.current.times : 0
    const own = stretches((times % 2 === 0 ? question.one : question.other).id)
    const next = own[Math.floor(times / 2) % Math.max(1, own.length)]
    played.current = { key: question.key, times: times + 1 }
    if (next !== undefined) player.playSpan(next)
  }
  const onFocused = useCallback(() => {
    changeSpeakerReview(store, { wantsFocus: false })
    if (now === null || now.kind === 'pair') return
    surface?.selectWords(now.fromWordId, now.toWordId)
    player.pause()
    player.seek(now.startMs)
  }, [store, surface, player, now])

  const onOfferFocused = useCallback(() => changeSpeakerReview(store, { wantsFocus: false }), [store])
  const onLost = useCallback(() => changeSpeakerReview(store, { wantsFocus: true }), [store])
  const isLoaded = evidence !== undefined || error !== null
  useEffect(() => {
    if (now !== null || isFetching || !wantsQuestion) return
    changeSpeakerReview(store, { wantsFocus: false })
    top.current?.focus()
  }, [now, isFetching, wantsQuestion, store])

  return (
    <section className={styles.panel} aria-label={say('speaker-review.title')}>
      <div className={styles.head}>
        <h2>{say('speaker-review.title')}</h2>
        <IconButton icon="x" label={say('shell.close')} onPress={close} />
      </div>
      <div ref={top} tabIndex={-1} className={styles.scroll}>
        {error !== null && <ErrorNotice error={error} />}
        {!isLoaded ? (
          <Loading />
        ) : (
          <>
            <VoiceList
              session={session}
              player={player}
              recording={recording}
              evidence={evidence ?? null}
              onVoice={(speakerId, anchor) => store.setState({ speakerPrompt: { speakerId, anchor } })}
            />
            {offersError !== null && <ErrorNotice error={offersError} />}
            {hasOffers && (
              <OfferList
                session={session}
                player={player}
                offers={offers}
                names={names}
                wantsFocus={review.wantsFocus && isOfferNext}
                onFocused={onOfferFocused}
                onDone={() => {
                  setOffersDone(true)
                  changeSpeakerReview(store, { wantsFocus: true })
                }}
              />
            )}
            <h3 className={styles.part}>{say('speaker-review.questions')}</h3>
            {evidence === null && <p className={styles.meta}>{say('speaker-review.no-voices')}</p>}
            {running && <p className={styles.meta}>{say('speaker-review.running')}</p>}
            <p role="status" className={styles.meta}>
              {questions.length === 0
                ? say('speaker-review.none')
                : say('speaker-review.left', { count: questions.length })}
            </p>
            <ol className={styles.todo}>
              {questions.slice(Math.max(0, at - 1), at).map((question) => (
                <Row
                  key={question.key}
                  question={question}
                  transcript={transcript}
                  names={names}
                  onOpen={() => open(question)}
                />
              ))}
              {now !== null && (
                <OpenQuestion
                  key={now.key}
                  question={now}
                  transcript={transcript}
                  names={names}
                  speakers={speakers}
                  wantsFocus={wantsQuestion}
                  onFocused={onFocused}
                  onLost={onLost}
                  onPlay={() => play(now)}
                  onAnswer={(given) => answer(now, given)}
                  onStep={(step) => open(questions.at((at + step) % questions.length))}
                />
              )}
              {questions.slice(at + 1, at + 1 + SHOWN_AFTER).map((question) => (
                <Row
                  key={question.key}
                  question={question}
                  transcript={transcript}
                  names={names}
                  onOpen={() => open(question)}
                />
              ))}
            </ol>
            {questions.length > at + 1 + SHOWN_AFTER && (
              <p className={styles.meta}>
                {say('speaker-review.more', { count: questions.length - at - 1 - SHOWN_AFTER })}
              </p>
            )}
          </>
        )}
      </div>
    </section>
  )
}

interface RowProps {
  readonly question: ReviewQuestion
  readonly transcript: Transcript
  readonly names: ReadonlyMap<string, string>
  readonly onOpen: () => void
}

function Row({ question, transcript, names, onOpen }: RowProps) {
  const say = useSay()
  return (
    <li>
      <button type="button" className={styles.row} onClick={onOpen}>
        <span className={styles.why}>
          <span>{questionTitle(question, say, names)}</span>
          {question.kind !== 'pair' && <time>{formatDuration(question.startMs)}</time>}
        </span>
        {question.kind === 'pair' ? (
          <span className={styles.pair}>
            <PairNames question={question} names={names} />
          </span>
        ) : (
          <q className={styles.quote}>{wordsAsked(transcript, question)}</q>
        )}
      </button>
    </li>
  )
}
