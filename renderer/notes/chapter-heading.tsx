import { type FocusEvent, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Chapter, MAX_CHAPTER_TITLE_LENGTH } from '#core/chapters/chapter'
import type { ChapterScreen, OpenChapter } from '../chapters/use-chapter-screen.tsx'
import { bringIntoView } from '../ui/bring-into-view.ts'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { ignoreHeldKey } from '../ui/ignore-held-key.ts'
import { TextField } from '../ui/text-field.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './notes.module.css'

export interface ChapterHeadingProps {
  readonly chapter: Chapter
  /** From 1. */
  readonly number: number
  readonly screen: ChapterScreen
  /** The pressed button is removed with its chapter. */
  readonly onRemoved: () => void
}

/** The chapter above its notes; a press goes there and opens its title. */
export function ChapterHeading({ chapter, number, screen, onRemoved }: ChapterHeadingProps) {
  const say = useSay()
  const { atMs, title } = chapter
  const time = formatDuration(atMs)
  if (screen.opened?.id === chapter.id) {
    return (
      <OpenHeading
        chapter={chapter}
        number={number}
        screen={screen}
        opened={screen.opened}
        onRemoved={onRemoved}
      />
    )
  }
  const open = (): void => {
    screen.goTo(atMs)
    screen.setOpened({ id: chapter.id, onLeave: () => focusHeading(chapter.id) })
  }
  return (
    <div className={styles.part} data-chapter={chapter.id}>
      <h3>
        <button type="button" onKeyDown={ignoreHeldKey} onClick={open}>
          {title === '' ? say('chapters.nameless', { number }) : say('chapters.numbered', { number, title })}
        </button>
      </h3>
      <time>{time}</time>
    </div>
  )
}

function focusHeading(id: string): void {
  document.querySelector<HTMLElement>(`[data-chapter="${CSS.escape(id)}"] button`)?.focus()
}

/** Its title in a field, which has the focus: Enter and leaving save it, Escape does not. */
function OpenHeading({
  chapter,
  number,
  screen,
  opened,
  onRemoved,
}: ChapterHeadingProps & { readonly opened: OpenChapter }) {
  const say = useSay()
  const field = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  const [title, setTitle] = useState(chapter.title)
  // Before the next key, which would otherwise be typed into the text.
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.select()
    bringIntoView(field.current)
  }, [])
  const about = { number, time: formatDuration(chapter.atMs) }
  const save = (): void => {
    if (!isDone.current && title.trim() !== chapter.title) screen.rename(chapter, title.trim())
    isDone.current = true
  }
  const latest = useRef(save)
  useLayoutEffect(() => {
    latest.current = save
  })
  // Another panel or view was chosen by key.
  useLayoutEffect(() => () => latest.current(), [])
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    // Not while another window is in front.
    if (!document.hasFocus() || currentTarget.contains(relatedTarget)) return
    save()
    screen.setOpened(null)
  }
  const leave = (isSaved: boolean): void => {
    if (isSaved) save()
    isDone.current = true
    flushSync(() => screen.setOpened(null))
    opened.onLeave()
  }
  return (
    <div className={styles.openPart} onBlur={onBlur}>
      <TextField
        inputRef={field}
        label={say('chapters.title-of', about)}
        value={title}
        placeholder={say('chapters.untitled')}
        spellCheck
        onChange={(text) => setTitle(text.slice(0, MAX_CHAPTER_TITLE_LENGTH))}
        onEnter={() => leave(true)}
        onEscape={() => leave(false)}
      />
      <div className={styles.acts}>
        <span className={styles.meta}>{about.time}</span>
        <Button
          size="small"
          aria-label={say('chapters.move-of', { number })}
          onPress={() => screen.move(chapter)}
        >
          {say('chapters.move')}
        </Button>
        <Button
          size="small"
          aria-label={say('chapters.delete-of', { number })}
          onPress={() => {
            isDone.current = true
            screen.setOpened(null)
            screen.remove(chapter)
            onRemoved()
          }}
        >
          {say('moments.delete')}
        </Button>
      </div>
    </div>
  )
}
