import { memo } from 'react'
import { classNames } from './class-names.ts'
import { speakerTrackPaths } from './speaker-track-paths.ts'
import type { TrackSegments } from './track-segments.ts'
import styles from './speaker-track.module.css'

export interface SpeakerTrackProps {
  readonly segments: TrackSegments
  /** Color (index in the palette) of each speaker, in the order used by `segments.speakers`. */
  readonly colors: readonly number[]
  readonly durationMs: number
  /** Progress of a running job, 0–1, shown as a marker; the rest is drawn as dots. */
  readonly progress?: number | undefined
  /** Read by screen readers; without it the drawing is hidden from them. */
  readonly label?: string | undefined
  /** Approximate displayed width, px. */
  readonly widthPx?: number
  /** A long conversation is drawn by its main speakers. */
  readonly isSummary?: boolean
  readonly className?: string | undefined
}

export const noSegments: TrackSegments = { speakers: [], startsMs: [], endsMs: [] }

/** A conversation as a speaker track: a summary of a recording, and its progress. */
export const SpeakerTrack = memo(function SpeakerTrack({
  segments,
  colors,
  durationMs,
  progress,
  label,
  widthPx = 264,
  isSummary = false,
  className,
}: SpeakerTrackProps) {
  const paths = speakerTrackPaths(segments, colors, durationMs, progress ?? 1, widthPx, isSummary)
  const empty = paths.voices.length === 0
  return (
    <div className={classNames(styles.track, className)}>
      <svg
        className={styles.lanes}
        viewBox="0 0 1000 1000"
        preserveAspectRatio="none"
        {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      >
        <path
          className={styles.connectors}
          d={empty ? `M0 500H${Math.round((progress ?? 1) * 1000)}` : paths.connectors}
        />
        {progress !== undefined && (
          <path className={styles.ahead} d={`M${Math.round(progress * 1000)} 500H1000`} />
        )}
        {paths.voices.map(({ voice, path }) => (
          <path key={voice} className={styles.segment} data-v={voice} d={path} />
        ))}
      </svg>
      {progress !== undefined && (
        <svg
          className={styles.progressMarker}
          viewBox="0 0 26 10"
          aria-hidden="true"
          style={{ left: `${(progress * 100).toFixed(2)}%` }}
        >
          <path d="M0 5C1 2.8 5 2.6 9 3.4L26 5 9 6.6C5 7.4 1 7.2 0 5z" />
          <ellipse cx="4" cy="5" rx="2" ry=".8" />
        </svg>
      )}
    </div>
  )
})

/** The program's logo: three segments on a line. */
export function Logo() {
  return (
    <svg className={styles.mark} viewBox="0 0 34 26" aria-hidden="true">
      <path
        className={styles.connectors}
        d="M0 14C4 14 0 5 4 5M13 5C19 5 11 21 17 21M25 21C30 21 23 13 28 13"
      />
      <path className={styles.segment} data-v="1" d="M5 5h7" />
      <path className={styles.segment} data-v="2" d="M18 21h7" />
      <path className={styles.segment} data-v="3" d="M28 13h4" />
    </svg>
  )
}
