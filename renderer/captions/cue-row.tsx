import { type KeyboardEvent, memo, type MouseEvent, type ReactNode } from 'react'
import type { FrameGrid } from '#core/frames/video-frames'
import type { CueProblem } from '#core/captions/cue-problems'
import type { Cue } from '#core/captions/cues'
import { problemWords } from '#core/messages/problem-words'
import type { LeftOutWords } from '#core/captions/words/left-out-words'
import type { CaptionRules } from '#core/captions/caption-rules'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './captions.module.css'
import { cueTime } from './cues/cue-time.ts'
import { unquoted } from './editing/edge-words.ts'
import { LineText } from './cues/line-text.tsx'
import { SpeedFigure } from './cues/speed-figure.tsx'
import { placeUnder, type LinePlace } from './cues/place-under.ts'
import type { LineHit } from './cues/hits-in-cues.ts'
import { LeftOutNote } from './left-out-note.tsx'
import { TranslationLine } from './translations/translation-line.tsx'
import type { RowTranslation } from './translations/use-translation.ts'

export interface CueRowProps {
  readonly cue: Cue
  readonly rules: CaptionRules
  /** Frame rate in which its times are shown; null for milliseconds. */
  readonly frames: FrameGrid | null
  readonly problems: readonly CueProblem[]
  /** The `data-v` value of each speaker in it. */
  readonly voices: string
  readonly isNow: boolean
  /** True for the one row in the tab order. */
  readonly isReached: boolean
  /** The spoken words if the caption has its own wording. */
  readonly said: string | null
  /** How much of it leaves the library as a placeholder. */
  readonly redacted: 'all' | 'some' | null
  /** What exports show there. */
  readonly placeholder: string
  /** The words omitted from it, or after it. */
  readonly leftOut: readonly LeftOutWords[]
  readonly onShowAgain: (index: number, words: LeftOutWords) => void
  /** The texts of its open comments; null without any. */
  readonly comments: string | null
  /** What a search found in it. */
  readonly hits: readonly LineHit[]
  /** Replaces its text while it is edited. */
  readonly field: ReactNode
  /** Its text in the second language; null if none is shown. */
  readonly translation: RowTranslation | null
  /** Replaces that text while it is edited. */
  readonly translationField: ReactNode
  readonly onTranslate: (index: number) => void
  readonly onEdit: (cue: Cue, place: LinePlace | null) => void
  readonly onPlay: (cue: Cue) => void
  readonly onKey: (event: KeyboardEvent, index: number) => void
  /** Below its problems. */
  readonly children?: ReactNode
}

/** A caption as it will look, with its times, reading speed and problems. */
export const CueRow = memo(function CueRow({
  cue,
  rules,
  frames,
  problems,
  voices,
  isNow,
  isReached,
  said,
  redacted,
  placeholder,
  leftOut,
  onShowAgain,
  comments,
  hits,
  field,
  translation,
  translationField,
  onTranslate,
  onEdit,
  onPlay,
  onKey,
  children,
}: CueRowProps) {
  const say = useSay()
  const language = useLanguage()
  const voiceList = voices.split(' ')
  return (
    <div
      className={styles.cue}
      data-v={voiceList[0]}
      {...(isNow ? { 'data-now': true } : {})}
      {...(field === null ? {} : { 'data-edited': true })}
    >
      <span className={styles.number} data-figures>
        {cue.index + 1}
      </span>
      <button
        type="button"
        className={styles.times}
        data-figures
        tabIndex={-1}
        title={say('captions.play', { number: cue.index + 1 })}
        onClick={() => onPlay(cue)}
      >
        {cueTime(cue.startMs, language, frames)}
        <br />
        <span>{cueTime(cue.endMs, language, frames)}</span>
      </button>
      <span className={styles.speakerTrack} aria-hidden="true">
        {voiceList.map((voice, place) => (
          <i key={voice} data-v={voice} style={{ left: 6 + place * 7 }} />
        ))}
      </span>
      {field ?? (
        <button
          type="button"
          className={styles.text}
          data-cue={cue.index}
          tabIndex={isReached ? 0 : -1}
          onClick={(event: MouseEvent<HTMLElement>) => onEdit(cue, placeUnder(event))}
          onKeyDown={(event) => onKey(event, cue.index)}
          {...(isNow ? { 'aria-current': true } : {})}
        >
          {cue.lines.map((line, index) => (
            // Lines have no identity other than their position.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={index} data-line={index}>
              <LineText
                line={line}
                limit={problems.find((problem) => problem.line === index)?.limit}
                hits={hits.filter((hit) => hit.line === index)}
              />
            </span>
          ))}
        </button>
      )}
      <SpeedFigure cue={cue} rules={rules} problems={problems} />
      {said !== null && (
        <p className={styles.said}>
          <Icon name="pen" small />
          {say('captions.wording.said', { said: unquoted(said) })}
        </p>
      )}
      {redacted !== null && (
        <p className={styles.said}>
          <Icon name="stop" small />
          {say(`redaction.caption.${redacted}`, { placeholder })}
        </p>
      )}
      {leftOut.map((words) => (
        <LeftOutNote key={words.fromWordId} words={words} onShow={(shown) => onShowAgain(cue.index, shown)} />
      ))}
      {comments !== null && (
        <div className={styles.comments} title={comments}>
          <Icon name="comment" small />
          <VisuallyHidden>{say('comments.title')}</VisuallyHidden>
          <span>{comments}</span>
        </div>
      )}
      {problems.map((problem) => (
        <p
          key={`${problem.kind}${problem.line ?? ''}`}
          className={classNames(styles.problem, problem.isSlight && styles.slight)}
        >
          <Icon name="warn" small />
          {problemWords(problem, language)}
        </p>
      ))}
      {children}
      {translation !== null && (
        <TranslationLine row={translation} index={cue.index} field={translationField} onEdit={onTranslate} />
      )}
    </div>
  )
})
