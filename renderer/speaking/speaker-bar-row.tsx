import { memo } from 'react'
import type { SpeakerTurns } from '#core/speaking/spoken-turns'
import { useWidth } from '../sound/waveform/use-width.ts'
import styles from './speaking.module.css'
import { segmentPath, speakerBar } from './speaker-bar.ts'

export interface SpeakerBarRowProps {
  readonly turns: SpeakerTurns
  /** Time of the speaker who spoke longest: that bar has the full width. */
  readonly longestMs: number
  readonly label: string
}

/** One speaker's bar; renders only when that speaker's turns change. */
export const SpeakerBarRow = memo(function SpeakerBarRow({ turns, longestMs, label }: SpeakerBarRowProps) {
  const [ref, width] = useWidth()
  const { segments, connectors, ends } = speakerBar(turns, longestMs, width)
  return (
    <div ref={ref} className={styles.speakerBar}>
      <svg
        width={width}
        height="100%"
        viewBox={`0 0 ${width} 12`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        <path className={styles.connector} d={segmentPath(connectors, 6)} />
        <path className={styles.segment} strokeLinecap={ends} d={segmentPath(segments, 6)} />
      </svg>
    </div>
  )
})
