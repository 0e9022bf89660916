import { useMemo } from 'react'
import { commentsByWord, type ListedComment } from '#core/comments/listed-comments'
import { CommentForm } from '../../comments/comment-form.tsx'
import { CommentList } from '../../comments/comment-list.tsx'
import { type CommentStore, useCommentState } from '../../comments/comment-store.ts'
import { useShownKey } from '../../keys/use-key-actions.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useSay } from '../../ui/words.tsx'
import { type EditorStore, useSelection } from '../editor-store.ts'
import styles from './comments-panel.module.css'

export interface CommentsPanelProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  readonly comments: CommentStore
  readonly all: readonly ListedComment[]
  /** Starts a comment on the selection or at the caret. */
  readonly onNew: () => void
}

/** All comments of the transcript in order, and the one being written. */
export function CommentsPanel({ session, player, store, comments, all, onNew }: CommentsPanelProps) {
  const say = useSay()
  const shownKey = useShownKey('comment')
  const filter = useCommentState(comments, (state) => state.filter)
  const draft = useCommentState(comments, (state) => state.draft)
  const selection = useSelection(store)
  const open = useMemo(() => all.filter(({ isResolved }) => !isResolved), [all])
  // A comment that is being changed stays listed.
  const shown =
    filter === 'all' ? all : all.filter((each) => !each.isResolved || each.id === draft?.commentId)
  const byWord = useMemo(() => commentsByWord(session.state.transcript, all), [session, all])
  const current = new Set(
    [selection.wordId, selection.touchedWordId].flatMap((id) =>
      id === null ? [] : (byWord.get(id) ?? []).map((comment) => comment.id),
    ),
  )

  const toText = (): void => store.getState().surface?.focus()
  const go = ({ fromWordId, toWordId, startMs }: ListedComment): void => {
    if (!player.state.playing) player.seek(startMs)
    // A selection is visible only while the text has the focus.
    store.getState().surface?.selectWords(fromWordId, toWordId, { focus: true })
  }
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        {all.length > 0 && (
          <Segmented
            label={say('comments.filter')}
            chosen={filter}
            onChoose={(chosen) => comments.setState({ filter: chosen })}
            choices={[
              { id: 'open', label: say('comments.open', { count: open.length }) },
              { id: 'all', label: say('comments.all', { count: all.length }) },
            ]}
          />
        )}
        <Button variant="line" size="small" icon="comment" preventFocusOnPress onPress={onNew}>
          {say('comments.new')}
        </Button>
      </div>
      {draft?.commentId === null && <CommentForm session={session} store={comments} onLeave={toText} />}
      {all.length === 0 && draft === null && (
        <p className={styles.none}>
          {shownKey === undefined ? say('comments.none.no-key') : say('comments.none', { key: shownKey })}
        </p>
      )}
      {all.length > 0 && shown.length === 0 && <p className={styles.none}>{say('comments.none.open')}</p>}
      {shown.length > 0 && (
        <CommentList
          session={session}
          store={comments}
          comments={shown}
          current={current}
          onGo={go}
          onLeaveField={toText}
        />
      )}
    </div>
  )
}
