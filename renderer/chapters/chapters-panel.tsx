import { useRef, useState } from 'react'
import { type Chapter, LONGEST_CHAPTER_TITLE } from '#core/chapters/chapter'
import { type ChapterSuggestion, suggestChapters } from '#core/chapters/suggest-chapters'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { SavedField } from '../ui/saved-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './chapters.module.css'
import type { ChapterChanges } from './use-chapters.ts'

export interface ChaptersPanelProps {
  readonly session: TranscriptSession
  readonly chapters: readonly Chapter[]
  readonly changes: ChapterChanges
  /** Where a new chapter begins, ms. */
  readonly place: () => number
  readonly onGo: (atMs: number) => void
}

/** The chapters of a recording: added where the sound is, renamed, moved there, deleted, suggested. */
export function ChaptersPanel({ session, chapters, changes, place, onGo }: ChaptersPanelProps) {
  const say = useSay()
  const panel = useRef<HTMLDivElement>(null)
  const [suggested, setSuggested] = useState<readonly ChapterSuggestion[] | null>(null)
  const add = (atMs: number): void => {
    // Two chapters cannot begin at the same time.
    if (chapters.some((chapter) => chapter.atMs === atMs)) {
      toast.show({ text: say('chapters.there-already') })
      return
    }
    changes.set({ id: session.newId(), atMs, title: '', link: '', picture: '', isListed: true })
  }
  const undoable = (before: Chapter, text: string): void => {
    toast.show({ text, action: { label: say('moments.undo'), run: () => changes.set(before) } })
  }
  const remove = (chapter: Chapter): void => {
    changes.remove(chapter)
    // The button that was pressed goes with its row.
    panel.current?.focus()
    undoable(chapter, say('chapters.deleted'))
  }
  const move = (chapter: Chapter): void => {
    const atMs = Math.round(place())
    if (atMs === chapter.atMs) return
    changes.set({ ...chapter, atMs })
    undoable(chapter, say('chapters.moved', { time: formatDuration(atMs) }))
  }
  const suggest = (): void =>
    setSuggested(
      suggestChapters(
        session.state.transcript.paragraphs,
        chapters.map(({ atMs }) => atMs),
      ),
    )
  const left = suggested?.filter(({ atMs }) => chapters.every((chapter) => chapter.atMs !== atMs)) ?? null
  return (
    <section ref={panel} tabIndex={-1} className={styles.panel} aria-label={say('chapters.title')}>
      <h2>{say('chapters.title')}</h2>
      <div className={styles.acts}>
        <Button
          variant="line"
          size="small"
          icon="plus"
          preventFocusOnPress
          onPress={() => add(Math.round(place()))}
        >
          {say('chapters.add')}
        </Button>
        <Button size="small" onPress={suggest}>
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
              onRename={(title) => changes.set({ ...chapter, title })}
              onMove={() => move(chapter)}
              onRemove={() => remove(chapter)}
            />
          ))}
        </ol>
      )}
      {left !== null && <Suggestions suggested={left} onGo={onGo} onAdd={add} />}
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
        longest={LONGEST_CHAPTER_TITLE}
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

interface SuggestionsProps {
  readonly suggested: readonly ChapterSuggestion[]
  readonly onGo: (atMs: number) => void
  readonly onAdd: (atMs: number) => void
}

function Suggestions({ suggested, onGo, onAdd }: SuggestionsProps) {
  const say = useSay()
  const seconds = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 1 })
  if (suggested.length === 0) return <p role="status">{say('chapters.suggest.none')}</p>
  return (
    <ol className={styles.list} aria-label={say('chapters.suggested')}>
      {suggested.map(({ atMs, pauseMs, isOtherSpeaker }) => {
        const time = formatDuration(atMs)
        const pause = seconds.format(pauseMs / 1_000)
        return (
          <li key={atMs} className={styles.rowActs}>
            <Button size="small" aria-label={say('chapters.suggest.go', { time })} onPress={() => onGo(atMs)}>
              <span className={styles.time}>{time}</span>
            </Button>
            <Button
              variant="line"
              size="small"
              icon="plus"
              aria-label={say('chapters.here-at', { time })}
              onPress={() => onAdd(atMs)}
            >
              {say('chapters.here')}
            </Button>
            <span className={styles.meta}>
              {say(isOtherSpeaker ? 'chapters.pause-speaker' : 'chapters.pause', { seconds: pause })}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
