import { useMemo } from 'react'
import { commentsByWord, type ListedComment } from '#core/comments/listed-comments'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useSay } from '../../ui/words.tsx'
import { type EditorStore, openPanel, useEditor, useSelection } from '../editor-store.ts'
import styles from './comment-at-caret.module.css'

export interface CommentAtCaretProps {
  readonly session: TranscriptSession
  readonly store: EditorStore
  readonly all: readonly ListedComment[]
  /** Whether the list of comments is visible, which highlights them there. */
  readonly isListed: boolean
}

/** Below the text: the open comments on the word at the caret. */
export function CommentAtCaret({ session, store, all, isListed }: CommentAtCaretProps) {
  const say = useSay()
  const selection = useSelection(store)
  const hasSurface = useEditor(store, (state) => state.surface !== null)
  const open = useMemo(() => all.filter(({ isResolved }) => !isResolved), [all])
  const byWord = useMemo(() => commentsByWord(session.state.transcript, open), [session, open])
  const at = byWord.get(selection.wordId ?? '') ?? byWord.get(selection.touchedWordId ?? '') ?? []
  if (!hasSurface || isListed || at.length === 0) return null
  return (
    <div role="status" aria-label={say('comments.at-caret')} className={styles.note}>
      <Icon name="comment" small />
      <div className={styles.texts}>
        {at.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
      <Button size="small" onPress={() => openPanel(store, 'notes')}>
        {say('comments.show')}
      </Button>
    </div>
  )
}
