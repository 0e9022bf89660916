import { type KeyboardEvent, memo } from 'react'
import { type CueProblem, cueFacts } from '#core/captions/cue-problems'
import type { Cue } from '#core/captions/cues'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './captions.module.css'
import { cueTime } from './cue-time.ts'
import { problemWords } from '#core/captions/problem-words'

export interface CueRowProps {
  readonly cue: Cue
  readonly problems: readonly CueProblem[]
  /** The `data-v` value of each speaker in it. */
  readonly voices: string
  readonly isNow: boolean
  /** True for the one row in the tab order. */
  readonly isReached: boolean
  readonly onPlay: (cue: Cue) => void
  readonly onKey: (event: KeyboardEvent, index: number) => void
}

/** A caption as it will look, with its times, reading speed and problems. */
export const CueRow = memo(function CueRow({
  cue,
  problems,
  voices,
  isNow,
  isReached,
  onPlay,
  onKey,
}: CueRowProps) {
  const say = useSay()
  const language = useLanguage()
  const speed = Math.round(cueFacts(cue).charactersPerSecond)
  const fast = problems.find(({ kind }) => kind === 'too-fast')
  const voiceList = voices.split(' ')
  return (
    <div className={styles.cue} data-v={voiceList[0]} {...(isNow ? { 'data-now': true } : {})}>
      <span className={styles.number} data-figures>
        {cue.index + 1}
      </span>
      <span className={styles.times} data-figures>
        {cueTime(cue.startMs)}
        <br />
        <span>{cueTime(cue.endMs)}</span>
      </span>
      <span className={styles.speakerTrack} aria-hidden="true">
        {voiceList.map((voice, place) => (
          <i key={voice} data-v={voice} style={{ left: 6 + place * 7 }} />
        ))}
      </span>
      <button
        type="button"
        className={styles.text}
        data-cue={cue.index}
        tabIndex={isReached ? 0 : -1}
        onClick={() => onPlay(cue)}
        onKeyDown={(event) => onKey(event, cue.index)}
        {...(isNow ? { 'aria-current': true } : {})}
      >
        {cue.lines.map(({ text }, line) => (
          // Lines have no identity other than their position.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={line}>
            <Line text={text} limit={problems.find((problem) => problem.line === line)?.limit} />
          </span>
        ))}
      </button>
      <span
        data-figures
        className={classNames(styles.speed, fast && (fast.isSlight ? styles.slight : styles.wrong))}
        title={say('captions.speed.long', { speed })}
      >
        {say('captions.speed', { speed })}
      </span>
      {problems.map((problem) => (
        <p
          key={`${problem.kind}${problem.line ?? ''}`}
          className={classNames(styles.problem, problem.isSlight && styles.slight)}
        >
          <Icon name="warn" small />
          {problemWords(problem, language)}
        </p>
      ))}
    </div>
  )
})

/** Marks the characters over the limit. */
function Line({ text, limit }: { readonly text: string; readonly limit: number | undefined }) {
  if (limit === undefined) return text
  return (
    <>
      {text.slice(0, limit)}
      <span className={styles.over}>{text.slice(limit)}</span>
    </>
  )
}
