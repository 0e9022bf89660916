import { beginComment, type CommentStore } from '../../comments/comment-store.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { type EditorStore, openPanel } from '../editor-store.ts'

/** Starts a comment on the selection, or on the word at the caret; false if there is no word. */
export function commentAtSelection(
  store: EditorStore,
  comments: CommentStore,
  session: TranscriptSession,
): boolean {
  const { surface } = store.getState()
  // Commits words that were just typed or deleted to the transcript.
  surface?.commitAll()
  const { range, wordId, touchedWordId } = surface?.selection ?? store.getState().selection
  const from = range?.fromWordId ?? wordId ?? touchedWordId
  const to = range?.toWordId ?? from
  if (from === null || to === null || to === undefined) return false
  if (!beginComment(comments, session, from, to)) return false
  // The preview of replacing would replace the panel.
  if (store.getState().find === 'replace') store.setState({ find: 'closed' })
  openPanel(store, 'notes')
  return true
}
