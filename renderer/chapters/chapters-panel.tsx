import { useRef } from 'react'
import { type Chapter, MAX_CHAPTER_TITLE_LENGTH } from '#core/chapters/chapter'
import type { ChapterSuggestion } from '#core/chapters/suggest-chapters'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { SavedField } from '../ui/saved-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'
import type { ChapterChanges, ChapterStep } from './chapter-changes.ts'
import styles from './chapters.module.css'
import { SuggestionActs } from './suggestion-acts.tsx'
import type { Suggestions } from './use-suggestions.ts'

export interface ChaptersPanelProps {
  readonly chapters: readonly Chapter[]
  readonly changes: ChapterChanges
  readonly suggestions: Suggestions
  /** Adds a chapter; reports if one already exists there. */
  readonly onAdd: (atMs: number) => void
  /** Where a new chapter begins, in ms. */
  readonly place: () => number
  readonly onGo: (atMs: number) => void
}

/** The chapters of a recording: added at the playback position, renamed, moved there, deleted, suggested. */
export function ChaptersPanel({ chapters, changes, suggestions, onAdd, place, onGo }: ChaptersPanelProps) {
  const say = useSay()
  const panel = useRef<HTMLDivElement>(null)
  const undoable = (step: ChapterStep, text: string): void => {
    const stepId = changes.change(step)
    toast.show({ text, action: { label: say('moments.undo'), run: () => changes.takeBack(stepId) } })
  }
  const remove = (chapter: Chapter): void => {
    undoable({ before: chapter, after: null }, say('chapters.deleted'))
    // The pressed button is removed with its row.
    panel.current?.focus()
  }
  const move = (chapter: Chapter): void => {
    const atMs = Math.round(place())
    if (atMs === chapter.atMs) return
    const step = { before: chapter, after: { ...chapter, atMs } }
    undoable(step, say('chapters.moved', { time: formatDuration(atMs) }))
  }
  return (
    <section ref={panel} tabIndex={-1} className={styles.panel} aria-label={say('chapters.title')}>
      <h2>{say('chapters.title')}</h2>
      <div className={styles.acts}>
        <Button
          variant="line"
          size="small"
          icon="plus"
          preventFocusOnPress
          onPress={() => onAdd(Math.round(place()))}
        >
          {say('chapters.add')}
        </Button>
        <Button size="small" onPress={suggestions.ask}>
          {say('chapters.suggest')}
        </Button>
      </div>
      {chapters.length === 0 ? (
        <p className={styles.meta}>{say('chapters.none')}</p>
      ) : (
        <ol className={styles.list} aria-label={say('chapters.title')}>
          {chapters.map((chapter, index) => (
            <ChapterRow
              key={chapter.id}
              chapter={chapter}
              number={index + 1}
              onGo={onGo}
              onRename={(title) => changes.change({ before: chapter, after: { ...chapter, title } })}
              onMove={() => move(chapter)}
              onRemove={() => remove(chapter)}
            />
          ))}
        </ol>
      )}
      {suggestions.left !== null && (
        <SuggestionList
          suggested={suggestions.left}
          onGo={onGo}
          onAdd={onAdd}
          onDismiss={(atMs) => {
            suggestions.dismiss(atMs)
            panel.current?.focus()
          }}
        />
      )}
    </section>
  )
}

interface ChapterRowProps {
  readonly chapter: Chapter
  readonly number: number
  readonly onGo: (atMs: number) => void
  readonly onRename: (title: string) => void
  readonly onMove: () => void
  readonly onRemove: () => void
}

function ChapterRow({ chapter, number, onGo, onRename, onMove, onRemove }: ChapterRowProps) {
  const say = useSay()
  const { atMs, title } = chapter
  const time = formatDuration(atMs)
  const about = { number, time }
  return (
    <li>
      <SavedField
        label={say('chapters.title-of', about)}
        showLabel={false}
        saved={title}
        placeholder={say('chapters.untitled')}
        longest={MAX_CHAPTER_TITLE_LENGTH}
        onSave={(text) => {
          if (text.trim() !== title) onRename(text.trim())
        }}
      />
      <div className={styles.rowActs}>
        <Button size="small" aria-label={say('chapters.go', about)} onPress={() => onGo(atMs)}>
          <span className={styles.time}>{time}</span>
        </Button>
        <Button size="small" aria-label={say('chapters.move-of', about)} onPress={onMove}>
          {say('chapters.move')}
        </Button>
        <Button size="small" aria-label={say('chapters.delete-of', about)} onPress={onRemove}>
          {say('moments.delete')}
        </Button>
      </div>
    </li>
  )
}

interface SuggestionListProps {
  readonly suggested: readonly ChapterSuggestion[]
  readonly onGo: (atMs: number) => void
  readonly onAdd: (atMs: number) => void
  readonly onDismiss: (atMs: number) => void
}

function SuggestionList({ suggested, onGo, onAdd, onDismiss }: SuggestionListProps) {
  const say = useSay()
  if (suggested.length === 0) return <p role="status">{say('chapters.suggest.none')}</p>
  return (
    <ol className={styles.list} aria-label={say('chapters.suggested')}>
      {suggested.map((suggestion) => {
        const { atMs } = suggestion
        const time = formatDuration(atMs)
        return (
          <li key={atMs} className={styles.rowActs}>
            <Button size="small" aria-label={say('chapters.suggest.go', { time })} onPress={() => onGo(atMs)}>
              <span className={styles.time}>{time}</span>
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
