import type { Chapter } from '#core/chapters/chapter'
import type { ChapterSuggestion } from '#core/chapters/suggest-chapters'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { WaveTitle } from '../sound/waveform/wave-rows.ts'
import { useWave, type WaveStore } from '../sound/waveform/wave-store.ts'
import { endOf, xAt } from '../sound/waveform/wave-view.ts'
import { ChapterFlag } from './chapter-flag.tsx'
import type { ChapterChanges } from './chapter-changes.ts'
import styles from './chapters.module.css'
import { SuggestedLine } from './suggested-line.tsx'

export interface WaveChaptersProps {
  readonly wave: WaveStore
  readonly session: TranscriptSession
  readonly chapters: readonly Chapter[]
  /** Titles of the chapters. */
  readonly titles: readonly WaveTitle[]
  readonly changes: ChapterChanges
  readonly suggested: readonly ChapterSuggestion[]
  readonly onAdd: (atMs: number) => void
  readonly onDismiss: (atMs: number) => void
  readonly onGo: (atMs: number) => void
}

/** Lines with titles where chapters begin, and dashed lines where more are suggested, over the waveform. */
export function WaveChapters(props: WaveChaptersProps) {
  const { wave, session, chapters, titles, changes, suggested, onAdd, onDismiss, onGo } = props
  useWave(wave, (state) => state.view)
  const { view, extent } = wave.state
  const endMs = endOf(view, extent.width)
  const isSeen = (atMs: number): boolean => atMs >= view.startMs && atMs <= endMs
  return (
    <>
      {chapters.map((chapter, index) =>
        isSeen(chapter.atMs) ? (
          <ChapterFlag
            key={chapter.id}
            wave={wave}
            session={session}
            changes={changes}
            chapter={chapter}
            number={index + 1}
            text={titles[index]?.text ?? ''}
            minMs={(chapters[index - 1]?.atMs ?? -1) + 1}
            maxMs={(chapters[index + 1]?.atMs ?? extent.durationMs + 1) - 1}
            untilMs={chapters[index + 1]?.atMs ?? Infinity}
            onGo={onGo}
          />
        ) : null,
      )}
      {suggested.map((suggestion) =>
        isSeen(suggestion.atMs) ? (
          <SuggestedLine
            key={suggestion.atMs}
            suggestion={suggestion}
            left={xAt(view, suggestion.atMs)}
            onAdd={onAdd}
            onDismiss={onDismiss}
          />
        ) : null,
      )}
    </>
  )
}

/** Where chapters begin in the overview. */
export function MapChapters({
  chapters,
  suggested,
  durationMs,
}: {
  readonly chapters: readonly Chapter[]
  readonly suggested: readonly ChapterSuggestion[]
  readonly durationMs: number
}) {
  if (durationMs === 0) return null
  const left = (atMs: number): string => `${Math.min(1, atMs / durationMs) * 100}%`
  return (
    <span aria-hidden="true">
      {chapters.map(({ id, atMs }) => (
        <i key={id} className={styles.tick} style={{ left: left(atMs) }} />
      ))}
      {suggested.map(({ atMs }) => (
        <i key={atMs} className={styles.maybeTick} style={{ left: left(atMs) }} />
      ))}
    </span>
  )
}
