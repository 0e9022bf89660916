import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import type { ReviewQuestion } from '#core/speaker-review/questions'
import type { Speaker, Transcript } from '#core/transcript/transcript'
import { digitOf } from '../keys/key-of.ts'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { voiceNumber } from '../ui/voice.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import { questionGrounds, questionTitle, wordsAsked } from './question-words.ts'
import styles from './speaker-review.module.css'
import type { Answer } from './use-review.ts'

export interface OpenQuestionProps {
  readonly question: ReviewQuestion
  readonly transcript: Transcript
  readonly names: ReadonlyMap<string, string>
  /** In the order of their digit keys. */
  readonly speakers: readonly Speaker[]
  /** Takes the focus when it appears. */
  readonly wantsFocus: boolean
  readonly onFocused: () => void
  /** It disappeared while it had the focus. */
  readonly onLost: () => void
  readonly onPlay: () => void
  readonly onAnswer: (answer: Answer) => void
  /** Moves to another question without an answer. */
  readonly onStep: (step: 1 | -1) => void
}

/** The open question: played and answered, each with a key. */
export function OpenQuestion(props: OpenQuestionProps) {
  const { question, transcript, names, speakers, wantsFocus, onFocused, onLost, onPlay, onAnswer, onStep } =
    props
  const say = useSay()
  const language = useLanguage()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!wantsFocus) return
    item.current?.focus()
    onFocused()
  }, [wantsFocus, onFocused])
  useLayoutEffect(() => {
    const element = item.current
    return () => {
      // Voices are compared again after an answer, and a question may disappear then.
      if (element === document.activeElement) onLost()
    }
  }, [onLost])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== item.current) return
    const answer = answerOf(question, event.key, digitOf(event.nativeEvent), speakers)
    if (answer !== null) onAnswer(answer)
    else if (event.key === 'Tab' && !event.shiftKey) onPlay()
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') onStep(event.key === 'ArrowDown' ? 1 : -1)
    else return
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={item}
      className={styles.now}
      aria-current="true"
      aria-label={labelOf()}
      aria-describedby="speaker-review-keys"
      // Handles keys of its own: play, answers.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <p className={styles.why}>
        <span>{questionTitle(question, say, names)}</span>
        {question.kind !== 'pair' && <time>{formatDuration(question.startMs)}</time>}
      </p>
      {question.kind === 'pair' ? (
        <p className={styles.pair}>
          <PairNames question={question} names={names} />
        </p>
      ) : (
        <q className={styles.quote}>{wordsAsked(transcript, question)}</q>
      )}
      {questionGrounds(question, say, names, language).map((ground) => (
        <p key={ground} className={styles.meta}>
          {ground}
        </p>
      ))}
      <div className={styles.acts}>
        <Button variant="line" size="small" icon="play" onPress={onPlay}>
          {say('speaker-review.play')} <kbd>Tab</kbd>
        </Button>
        {question.kind === 'pair' ? (
          <>
            <Button variant="line" size="small" onPress={() => onAnswer({ kind: 'one' })}>
              {say('speaker-review.pair.one')} <kbd>1</kbd>
            </Button>
            <Button variant="line" size="small" onPress={() => onAnswer({ kind: 'two' })}>
              {say('speaker-review.pair.two')} <kbd>2</kbd>
            </Button>
          </>
        ) : (
          <Button variant="main" size="small" onPress={() => onAnswer({ kind: 'keep' })}>
            {question.kind === 'turn'
              ? say('speaker-review.keep', { name: names.get(question.speakerId) ?? '' })
              : say('speaker-review.keep.unknown')}{' '}
            <kbd>{say('editor.key.enter')}</kbd>
          </Button>
        )}
      </div>
      {question.kind !== 'pair' && (
        <div className={styles.acts}>
          {speakers.map(({ id, colour }, index) =>
            question.kind === 'turn' && question.speakerId === id ? null : (
              <Button
                key={id}
                variant="line"
                size="small"
                onPress={() => onAnswer({ kind: 'speaker', speakerId: id })}
              >
                <span data-v={voiceNumber(colour)} className={styles.name}>
                  {names.get(id)}
                </span>
                {index < 9 && <kbd>{index + 1}</kbd>}
              </Button>
            ),
          )}
          {question.kind === 'turn' && (
            <Button size="small" onPress={() => onAnswer({ kind: 'speaker', speakerId: null })}>
              {say('speaker-review.set-unknown')} <kbd>0</kbd>
            </Button>
          )}
          <Button size="small" onPress={() => onAnswer({ kind: 'new' })}>
            {say('speaker-review.somebody-else')} <kbd>N</kbd>
          </Button>
        </div>
      )}
      <p id="speaker-review-keys" className={styles.hidden}>
        {say(question.kind === 'pair' ? 'speaker-review.keys.pair' : 'speaker-review.keys.turn')}
      </p>
    </li>
  )

  function labelOf(): string {
    const nameOf = (id: string): string => names.get(id) ?? ''
    if (question.kind === 'pair') {
      const [one, other] = [nameOf(question.one.id), nameOf(question.other.id)]
      return say('speaker-review.question.pair', { one, other })
    }
    const text = wordsAsked(transcript, question)
    if (question.kind === 'unknown') return say('speaker-review.question.unknown', { text })
    return say('speaker-review.question.turn', { name: nameOf(question.speakerId), text })
  }
}

export function PairNames({
  question: { one, other },
  names,
}: {
  readonly question: Extract<ReviewQuestion, { kind: 'pair' }>
  readonly names: ReadonlyMap<string, string>
}) {
  const say = useSay()
  return (
    <>
      {[one, other].map(({ id, colour }, index) => (
        <span key={id}>
          {index > 0 && ` ${say('speaker-review.and')} `}
          <span data-v={voiceNumber(colour)} className={styles.name}>
            {names.get(id)}
          </span>
        </span>
      ))}
    </>
  )
}

/** The answer that a key gives; null if none. */
function answerOf(
  question: ReviewQuestion,
  key: string,
  digit: number | null,
  speakers: readonly Speaker[],
): Answer | null {
  if (question.kind === 'pair') return digit === 1 ? { kind: 'one' } : digit === 2 ? { kind: 'two' } : null
  if (key === 'Enter') return { kind: 'keep' }
  if (digit === 0) return { kind: 'speaker', speakerId: null }
  if (key === 'n' || key === 'N') return { kind: 'new' }
  const speaker = digit === null ? undefined : speakers[digit - 1]
  return speaker === undefined ? null : { kind: 'speaker', speakerId: speaker.id }
}
