import { useRef } from 'react'
import { deleteComment, setResolved } from '#core/comments/comment-edits'
import type { ListedComment } from '#core/comments/listed-comments'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { Icon } from '../ui/icon.tsx'
import { useSay } from '../ui/words.tsx'
import { CommentForm } from './comment-form.tsx'
import { beginChange, type CommentStore, discardDraft, useCommentState } from './comment-store.ts'
import styles from './comments.module.css'

export interface CommentListProps {
  readonly session: TranscriptSession
  readonly store: CommentStore
  readonly comments: readonly ListedComment[]
  /** Moves to the words of a comment. */
  readonly onGo: (comment: ListedComment) => void
  readonly onLeaveField: () => void
}

/** Comments with their words: a click moves there; each can be changed, resolved, reopened and deleted. */
export function CommentList({ session, store, comments, onGo, onLeaveField }: CommentListProps) {
  const say = useSay()
  const list = useRef<HTMLOListElement>(null)
  const changing = useCommentState(store, (state) => state.draft?.commentId ?? null)
  const newId = (): string => session.newId()
  const resolve = ({ id, isResolved }: ListedComment): void => {
    session.apply(setResolved(session.state.transcript, id, !isResolved, newId))
    keepFocus(list.current)
  }
  const remove = ({ id }: ListedComment): void => {
    session.apply(deleteComment(session.state.transcript, id, newId))
    if (changing === id) discardDraft(store)
    keepFocus(list.current)
  }
  return (
    <ol ref={list} tabIndex={-1} className={styles.list} aria-label={say('comments.title')}>
      {comments.map((comment) => (
        <li key={comment.id}>
          <button type="button" className={styles.row} onClick={() => onGo(comment)}>
            <span className={styles.head}>
              <time>{formatDuration(comment.startMs)}</time>
              {comment.isResolved && (
                <span className={styles.resolved}>
                  <Icon name="check" small />
                  {say('comments.resolved')}
                </span>
              )}
            </span>
            <q className={styles.quote}>{comment.words}</q>
            {changing !== comment.id && <span className={styles.text}>{comment.text}</span>}
          </button>
          {changing === comment.id ? (
            <CommentForm session={session} store={store} onLeave={onLeaveField} />
          ) : (
            <div className={styles.acts}>
              <Button size="small" onPress={() => resolve(comment)} aria-label={act('resolve', comment)}>
                {say(comment.isResolved ? 'comments.reopen' : 'comments.resolve')}
              </Button>
              <Button
                size="small"
                onPress={() => beginChange(store, session, comment)}
                aria-label={act('change', comment)}
              >
                {say('comments.change')}
              </Button>
              <Button size="small" onPress={() => remove(comment)} aria-label={act('delete', comment)}>
                {say('comments.delete')}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ol>
  )

  /** A button's label with its comment, as many rows have the same buttons. */
  function act(kind: 'resolve' | 'change' | 'delete', { isResolved, text }: ListedComment): string {
    const key = kind === 'resolve' && isResolved ? 'reopen' : kind
    return say('shell.act-on', { act: say(`comments.${key}`), what: text })
  }
}

/** The pressed button may be removed with its row. */
function keepFocus(list: HTMLElement | null): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) list?.focus()
  })
}
