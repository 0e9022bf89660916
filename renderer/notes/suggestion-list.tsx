import type { ChapterSuggestion } from '#core/chapters/suggest-chapters'
import { SuggestionActs } from '../chapters/suggestion-acts.tsx'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { useSay } from '../ui/words.tsx'
import styles from './notes.module.css'

export interface SuggestionListProps {
  readonly suggested: readonly ChapterSuggestion[]
  readonly onGo: (atMs: number) => void
  readonly onAdd: (atMs: number) => void
  readonly onDismiss: (atMs: number) => void
}

/** Suggested starts of chapters. */
export function SuggestionList({ suggested, onGo, onAdd, onDismiss }: SuggestionListProps) {
  const say = useSay()
  if (suggested.length === 0) {
    return (
      <p role="status" className={styles.none}>
        {say('chapters.suggest.none')}
      </p>
    )
  }
  return (
    <ol className={styles.suggested} aria-label={say('chapters.suggested')}>
      {suggested.map((suggestion) => {
        const { atMs } = suggestion
        const time = formatDuration(atMs)
        return (
          <li key={atMs} className={styles.acts}>
            <Button size="small" aria-label={say('chapters.suggest.go', { time })} onPress={() => onGo(atMs)}>
              {time}
            </Button>
            <SuggestionActs
              suggestion={suggestion}
              withSpeaker
              pauseClass={styles.meta}
              onAdd={onAdd}
              onDismiss={onDismiss}
            />
          </li>
        )
      })}
    </ol>
  )
}
