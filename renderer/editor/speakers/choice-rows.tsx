import type { Speaker } from '#core/transcript/transcript'
import { classNames } from '../../ui/class-names.ts'
import { voiceNumber } from '../../ui/voice.ts'
import { useSay } from '../../ui/words.tsx'
import styles from './speakers.module.css'

interface RowProps {
  readonly id: string
  readonly name: string
  readonly isMarked: boolean
  readonly onChoose: () => void
}

export interface SpeakerRowProps extends RowProps {
  readonly speaker: Speaker
  readonly share: string
  readonly digit: number | null
}

/** A speaker of the transcript, to choose. */
export function SpeakerRow({ id, speaker, name, share, digit, isMarked, onChoose }: SpeakerRowProps) {
  return (
    // The field keeps focus and keyboard handling; the list is for the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      id={id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="option"
      aria-selected={isMarked}
      data-v={voiceNumber(speaker.colour)}
      className={classNames(styles.row, isMarked && styles.marked)}
      onClick={onChoose}
    >
      <svg width="14" height="6" aria-hidden="true">
        <path className={styles.segment} d="M2 3h10" />
      </svg>
      <span className={styles.name}>{name}</span>
      <span className={styles.meta}>{share}</span>
      {digit === null ? <span /> : <kbd>{digit}</kbd>}
    </li>
  )
}

/** A name that the podcast’s feed gives and no speaker has yet, to choose. */
export function FeedNameRow({ id, name, isMarked, onChoose }: RowProps) {
  const say = useSay()
  return (
    // The field keeps focus and keyboard handling; the list is for the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      id={id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="option"
      aria-selected={isMarked}
      className={classNames(styles.row, isMarked && styles.marked)}
      onClick={onChoose}
    >
      <span />
      <span className={styles.feedName}>{name}</span>
      <span className={styles.meta}>{say('editor.from-feed')}</span>
      <span />
    </li>
  )
}
