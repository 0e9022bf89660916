import type { ChapterSuggestion } from '#core/chapters/suggest-chapters'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './chapters.module.css'

export interface SuggestedLineProps {
  readonly suggestion: ChapterSuggestion
  /** In px of the waveform. */
  readonly left: number
  readonly onAdd: (atMs: number) => void
  readonly onDismiss: (atMs: number) => void
}

/** A place at which a chapter may begin, over the waveform: taken or dismissed. */
export function SuggestedLine({ suggestion, left, onAdd, onDismiss }: SuggestedLineProps) {
  const say = useSay()
  const seconds = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 1 })
  const { atMs, pauseMs } = suggestion
  const time = formatDuration(atMs)
  return (
    <span className={styles.maybe} style={{ left }}>
      <span className={styles.maybeActs}>
        <Button
          variant="line"
          size="small"
          icon="plus"
          aria-label={say('chapters.here-at', { time })}
          onPress={() => onAdd(atMs)}
        >
          {say('chapters.here')}
        </Button>
        <IconButton
          icon="x"
          size="small"
          label={say('chapters.suggest.dismiss', { time })}
          onPress={() => onDismiss(atMs)}
        />
        <span className={styles.pause}>
          {say('chapters.pause', { seconds: seconds.format(pauseMs / 1_000) })}
        </span>
      </span>
    </span>
  )
}
