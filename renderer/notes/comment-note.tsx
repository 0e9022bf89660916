import { useState } from 'react'
import { deleteComment, setResolved } from '#core/comments/comment-edits'
import type { ListedComment } from '#core/comments/listed-comments'
import { CommentForm } from '../comments/comment-form.tsx'
import { beginChange, type CommentStore, discardDraft, useCommentState } from '../comments/comment-store.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { Button } from '../ui/button.tsx'
import { useSay } from '../ui/words.tsx'
import { CommentRow } from './note-row.tsx'
import styles from './notes.module.css'

export interface CommentNoteProps {
  readonly session: TranscriptSession
  readonly store: CommentStore
  readonly comment: ListedComment
  /** The caret is on its words. */
  readonly isAtCaret: boolean
  /** Moves to its words, with the focus or without. */
  readonly onGo: (withFocus: boolean) => void
  readonly onLeaveField: () => void
  /** The pressed button is removed with its row. */
  readonly onRemoved: () => void
}

/** A comment: open, it can be changed, resolved, reopened and deleted. */
export function CommentNote(props: CommentNoteProps) {
  const { session, store, comment, isAtCaret, onGo, onLeaveField, onRemoved } = props
  const say = useSay()
  const isChanging = useCommentState(store, (state) => state.draft?.commentId === comment.id)
  const [isPressed, setPressed] = useState(false)
  const { id, isResolved, text } = comment
  const newId = (): string => session.newId()
  const nameOf = (act: string): string => say('shell.act-on', { act, what: text })
  const resolveLabel = say(isResolved ? 'comments.reopen' : 'comments.resolve')
  const isOpen = isAtCaret || isPressed || isChanging
  return (
    <CommentRow
      comment={comment}
      isOpen={isOpen}
      onOpen={(byKey) => {
        setPressed(byKey && !isPressed)
        onGo(!byKey)
      }}
    >
      {isChanging ? (
        <CommentForm session={session} store={store} onLeave={onLeaveField} />
      ) : (
        isOpen && (
          <div className={styles.acts}>
            <Button
              size="small"
              aria-label={nameOf(resolveLabel)}
              onPress={() => session.apply(setResolved(session.state.transcript, id, !isResolved, newId))}
            >
              {resolveLabel}
            </Button>
            <Button
              size="small"
              aria-label={nameOf(say('comments.change'))}
              onPress={() => beginChange(store, session, comment)}
            >
              {say('comments.change')}
            </Button>
            <Button
              size="small"
              aria-label={nameOf(say('comments.delete'))}
              onPress={() => {
                session.apply(deleteComment(session.state.transcript, id, newId))
                if (isChanging) discardDraft(store)
                onRemoved()
              }}
            >
              {say('comments.delete')}
            </Button>
          </div>
        )
      )}
    </CommentRow>
  )
}
