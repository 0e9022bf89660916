import { shownFigures } from '#core/speaking/shown-figures'
import type { ReactNode } from 'react'
import { spokenLength } from '#core/notation/lengths'
import type { SpeakerTime } from '#core/speaking/speaking-time'
import type { SpeakerTurns } from '#core/speaking/spoken-turns'
import { useLanguage, useSay } from '../ui/words.tsx'
import { formatPercent } from '#core/notation/numbers'
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

/**
 * Each speaker's share, timeline bar, time and turns. `rows`: longest speaking time first. `silenceMs`: times are
 * rounded together with it, as everywhere else.
 */
export function SpeakingRows({
  rows,
  silenceMs,
}: {
  readonly rows: readonly SpeakingRow[]
  readonly silenceMs: number
}) {
  const say = useSay()
  const language = useLanguage()
  const shown = shownFigures(
    rows.map(({ figures }) => figures),
    silenceMs,
    0,
  )
  const longestMs = rows[0]?.figures.speakingMs ?? 0
  return (
    <ol className={styles.rows}>
      {rows.map(({ figures, turns, name, voice, act, state, question }) => {
        const time = spokenLength(shown.speakingMs.get(figures.id) ?? 0, language)
        return (
          <li key={figures.id} className={styles.row} data-v={voice}>
            {name}
            {act ?? <span />}
            <span className={styles.share} data-figures>
              {formatPercent(shown.shares.get(figures.id) ?? 0, language)}
            </span>
            {/* The line below says the same in words. */}
            <span className={styles.chart} aria-hidden="true">
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
