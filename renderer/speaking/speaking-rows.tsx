import type { ReactNode } from 'react'
import { spokenLength } from '#core/speaking/spoken-length'
import type { SpeakerTime } from '#core/speaking/speaking-time'
import type { SpeakerTurns } from '#core/speaking/spoken-turns'
import { useLanguage, useSay } from '../ui/words.tsx'
import { formatShare } from './format-share.ts'
import styles from './speaking.module.css'
import { SpeakerBarRow } from './speaker-bar-row.tsx'

export interface SpeakingRow {
  readonly figures: SpeakerTime
  readonly turns: SpeakerTurns
  readonly name: ReactNode
  readonly voice: number
  /** Next to the share. */
  readonly act?: ReactNode
  /** Next to time and turns. */
  readonly state?: ReactNode
  /** Below the row. */
  readonly question?: ReactNode
}

/** Each speaker's share, timeline bar, time and turns. `rows`: longest speaking time first. */
export function SpeakingRows({ rows }: { readonly rows: readonly SpeakingRow[] }) {
  const say = useSay()
  const language = useLanguage()
  const longestMs = rows[0]?.figures.speakingMs ?? 0
  return (
    <ol className={styles.rows}>
      {rows.map(({ figures, turns, name, voice, act, state, question }) => {
        const time = spokenLength(figures.speakingMs, language)
        return (
          <li key={figures.id} className={styles.row} data-v={voice}>
            {name}
            {act ?? <span />}
            <span className={styles.share} data-figures>
              {formatShare(figures.share, language)}
            </span>
            <span className={styles.chart}>
              <SpeakerBarRow
                turns={turns}
                longestMs={longestMs}
                label={say('speaking.bar', { turns: figures.turns, time })}
              />
            </span>
            <div className={styles.foot}>
              <span>{say('speaking.row', { time, turns: figures.turns })}</span>
              {state}
            </div>
            {question}
          </li>
        )
      })}
    </ol>
  )
}
