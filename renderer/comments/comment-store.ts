import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { commentedWords, type CommentedWords } from '#core/comments/commented-words'
import { addComment, changeComment } from '#core/comments/comment-edits'
import type { ListedComment } from '#core/comments/listed-comments'
import type { TranscriptSession } from '../session/transcript-session.ts'

/** A comment that is being written or changed. */
export interface CommentDraft {
  /** Null for a new one. */
  readonly commentId: string | null
  readonly on: CommentedWords
  readonly text: string
}

export interface CommentState {
  readonly draft: CommentDraft | null
  /** Whether the field of the draft takes the focus; applies once. */
  readonly wantsFocus: boolean
}

/** Comment drafts of a recording; kept when its views change. */
export type CommentStore = StoreApi<CommentState>

export function createCommentStore(): CommentStore {
  return createStore<CommentState>(() => ({ draft: null, wantsFocus: false }))
}

export function useCommentState<Part>(store: CommentStore, part: (state: CommentState) => Part): Part {
  return useStore(store, part)
}

type Session = Pick<TranscriptSession, 'state' | 'apply' | 'newId'>

/**
 * Starts a comment on words, with a text if one is given; false if they no longer exist. A comment being written
 * elsewhere is saved first.
 */
export function beginComment(
  store: CommentStore,
  session: Session,
  fromWordId: string,
  toWordId: string,
  text = '',
): boolean {
  const { draft } = store.getState()
  const isSame =
    draft?.commentId === null && draft.on.fromWordId === fromWordId && draft.on.toWordId === toWordId
  if (isSame) {
    store.setState({ wantsFocus: true })
    return true
  }
  saveDraft(store, session)
  const on = commentedWords(session.state.transcript, fromWordId, toWordId)
  if (on === null) return false
  store.setState({ draft: { commentId: null, on, text }, wantsFocus: true })
  return true
}

export function beginChange(store: CommentStore, session: Session, comment: ListedComment): void {
  saveDraft(store, session)
  store.setState({ draft: { commentId: comment.id, on: comment, text: comment.text }, wantsFocus: true })
}

export function writeDraft(store: CommentStore, text: string): void {
  const { draft } = store.getState()
  if (draft !== null) store.setState({ draft: { ...draft, text } })
}

/** Saves the draft as one step of undo, and ends writing; a blank text changes nothing. */
export function saveDraft(store: CommentStore, session: Session): void {
  const { draft } = store.getState()
  if (draft === null) return
  const { transcript } = session.state
  const { commentId, on, text } = draft
  const newId = (): string => session.newId()
  const isThere = commentId !== null && transcript.marks.some(({ id }) => id === commentId)
  const edits = isThere
    ? changeComment(transcript, commentId, text, newId)
    : addComment(transcript, on, text, newId)
  session.apply(edits)
  store.setState({ draft: null, wantsFocus: false })
}

export function discardDraft(store: CommentStore): void {
  store.setState({ draft: null, wantsFocus: false })
}
