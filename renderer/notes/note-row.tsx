import type { MouseEvent, ReactNode } from 'react'
import type { Moment } from '#core/moments/moment'
import { momentText } from '#core/moments/moment'
import type { ListedComment } from '#core/comments/listed-comments'
import { classNames } from '../ui/class-names.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { Icon } from '../ui/icon.tsx'
import { ignoreHeldKey } from '../ui/ignore-held-key.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './notes.module.css'

export interface MomentRowProps {
  readonly moment: Moment
  /** What is said there. */
  readonly said: string
  readonly onOpen: () => void
}

/** A decision, an action or a bookmark; a press goes there and opens it. */
export function MomentRow({ moment, said, onOpen }: MomentRowProps) {
  const say = useSay()
  const text = momentText(moment).trim()
  return (
    <li data-note={moment.id}>
      <button type="button" className={styles.row} onKeyDown={ignoreHeldKey} onClick={onOpen}>
        <Icon name={moment.kind} small />
        <span className={text === '' ? styles.untitled : styles.text}>
          <VisuallyHidden>{say(`moments.${moment.kind}`)} </VisuallyHidden>
          {text === '' ? say('moments.untitled') : text}
        </span>
        <time>{formatDuration(moment.atMs)}</time>
        {moment.kind === 'action' && <WhoUntil who={moment.value.who} until={moment.value.until} />}
        {moment.kind === 'bookmark' && said !== '' && <q className={styles.quote}>{said}</q>}
      </button>
    </li>
  )
}

function WhoUntil({ who, until }: { readonly who: string; readonly until: string }) {
  const say = useSay()
  if (who.trim() === '' && until.trim() === '') return null
  if (until.trim() === '') return <span className={styles.meta}>{who}</span>
  return (
    <span className={styles.meta}>
      {who.trim() === '' ? say('moments.until-only', { until }) : say('moments.who-until', { who, until })}
    </span>
  )
}

export interface CommentRowProps {
  readonly comment: ListedComment
  /** Its words are at the caret, or it was pressed: with what can be done with it. */
  readonly isOpen: boolean
  /** `byKey`: the focus stays in the list. */
  readonly onOpen: (byKey: boolean) => void
  /** Its actions, or the form in which it is changed. */
  readonly children: ReactNode
}

/** A comment with its words; a press goes there. */
export function CommentRow({ comment, isOpen, onOpen, children }: CommentRowProps) {
  const say = useSay()
  return (
    <li
      data-note={comment.id}
      className={classNames(isOpen && styles.open)}
      {...(isOpen ? { 'aria-current': true } : {})}
    >
      <button
        type="button"
        className={classNames(styles.row, comment.isResolved && styles.resolved)}
        onKeyDown={ignoreHeldKey}
        // A key has no click count.
        onClick={(event: MouseEvent) => onOpen(event.detail === 0)}
      >
        <Icon name="comment" small />
        <span className={styles.text}>
          <VisuallyHidden>{say('notes.comment')} </VisuallyHidden>
          {comment.text}
        </span>
        <time>{formatDuration(comment.startMs)}</time>
        <q className={styles.quote}>{comment.words}</q>
        {comment.isResolved && (
          <span className={styles.meta}>
            <Icon name="check" small />
            {say('comments.resolved')}
          </span>
        )}
      </button>
      {children}
    </li>
  )
}
