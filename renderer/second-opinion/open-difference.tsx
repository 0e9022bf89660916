import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Difference } from '#core/second-opinion/difference'
import type { Transcript } from '#core/transcript/transcript'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { useSay } from '../ui/words.tsx'
import { DifferenceLines, textOf } from './difference-lines.tsx'
import styles from './opinion.module.css'

export interface OpenDifferenceProps {
  readonly transcript: Pick<Transcript, 'paragraphs'>
  readonly difference: Difference
  /** Takes the focus when it appears. */
  readonly wantsFocus: boolean
  readonly onFocused: () => void
  readonly onPlay: () => void
  readonly onAccept: () => void
  readonly onKeep: () => void
}

/** The open difference: played, accepted or refused, each with a key. */
export function OpenDifference(props: OpenDifferenceProps) {
  const { transcript, difference, wantsFocus, onFocused, onPlay, onAccept, onKeep } = props
  const say = useSay()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!wantsFocus) return
    item.current?.focus()
    onFocused()
  }, [wantsFocus, onFocused])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== item.current) return
    if (event.key === 'Tab' && !event.shiftKey) onPlay()
    else if (event.key === 'Enter' && !event.shiftKey) onAccept()
    else if (event.key === 'Delete' || event.key === 'Backspace') onKeep()
    else return
    event.preventDefault()
  }
  const nothing = say('opinion.nothing')
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={item}
      className={styles.now}
      aria-current="true"
      aria-label={say('opinion.open', {
        now: textOf(difference.now) || nothing,
        text: textOf(difference.words) || nothing,
      })}
      aria-describedby="opinion-keys"
      // Handles keys of its own: play, accept, keep.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <p className={styles.why}>
        <span>
          {say(`opinion.kind.${difference.kind}`)}
          {difference.isByPerson && ` · ${say('opinion.by-person')}`}
        </span>
        <time>{formatDuration(difference.startMs)}</time>
      </p>
      <DifferenceLines transcript={transcript} difference={difference} />
      <div className={styles.acts}>
        <Button variant="line" size="small" onPress={onPlay}>
          {say('opinion.play')} <kbd>Tab</kbd>
        </Button>
        <Button variant="main" size="small" onPress={onAccept}>
          {say('opinion.accept')} <kbd>{say('editor.key.enter')}</kbd>
        </Button>
        <Button size="small" onPress={onKeep}>
          {say('opinion.keep')} <kbd>{say('opinion.key.delete')}</kbd>
        </Button>
      </div>
      <p id="opinion-keys" className={styles.hidden}>
        {say('opinion.keys')}
      </p>
    </li>
  )
}
