import { memo } from 'react'
import type { SpeakerTurns } from '#core/speaking/spoken-turns'
import { useWidth } from '../sound/waveform/use-width.ts'
import styles from './speaking.module.css'
import { stitchPath, straightThread } from './straight-thread.ts'

export interface ThreadRowProps {
  readonly turns: SpeakerTurns
  /** Time of the speaker who spoke longest: that bar has the full width. */
  readonly longestMs: number
  readonly label: string
}

/** One speaker's bar; renders only when that speaker's turns change. */
export const ThreadRow = memo(function ThreadRow({ turns, longestMs, label }: ThreadRowProps) {
  const [ref, width] = useWidth()
  const { stitches, strands, ends } = straightThread(turns, longestMs, width)
  return (
    <div ref={ref} className={styles.straight}>
      <svg
        width={width}
        height="100%"
        viewBox={`0 0 ${width} 12`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        <path className={styles.strand} d={stitchPath(strands, 6)} />
        <path className={styles.stitch} strokeLinecap={ends} d={stitchPath(stitches, 6)} />
      </svg>
    </div>
  )
})
