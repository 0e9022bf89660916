import { rebase } from '../edits/carry/rebase.ts'
import type { Edit } from '../edits/edit.ts'
import { removeMarkEdit } from '../edits/kinds/remove-mark.ts'
import { setMarkEdit } from '../edits/kinds/set-mark.ts'
import type { Mark, Transcript } from '../transcript/transcript.ts'
import type { CommentedWords } from './commented-words.ts'

type NewId = () => string
type Comment = Extract<Mark, { kind: 'comment' }>

/**
 * Adds a comment; none if the text is blank. If its words no longer exist, it is placed on those spoken at
 * their time.
 */
export function addComment(
  transcript: Transcript,
  { fromWordId, toWordId, startMs, endMs }: Omit<CommentedWords, 'words'>,
  text: string,
  newId: NewId,
): Edit[] {
  const value = text.trim()
  if (value === '') return []
  const mark: Mark = { id: newId(), kind: 'comment', fromWordId, toWordId, value }
  const edit: Edit = { kind: 'set-mark', id: newId(), mark, near: { startMs, endMs } }
  return [rebase(edit, transcript) ?? edit]
}

/** Changes the text of a comment; none if it is blank, unchanged, or the comment no longer exists. */
export function changeComment(transcript: Transcript, commentId: string, text: string, newId: NewId): Edit[] {
  const comment = commentOf(transcript, commentId)
  const value = text.trim()
  if (comment === undefined || value === '' || value === comment.value) return []
  return [setMarkEdit(transcript, { id: newId(), mark: { ...comment, value } })]
}

/** Resolves a comment, or reopens it; none if it already is, or the comment no longer exists. */
export function setResolved(
  transcript: Transcript,
  commentId: string,
  isResolved: boolean,
  newId: NewId,
): Edit[] {
  const comment = commentOf(transcript, commentId)
  const known = resolvedMarks(transcript, commentId)
  if (comment === undefined || known.length > 0 === isResolved) return []
  if (!isResolved) return known.map(({ id }) => removeMarkEdit(transcript, { id: newId(), markId: id }))
  const { fromWordId, toWordId } = comment
  const mark: Mark = { id: newId(), kind: 'comment-resolved', fromWordId, toWordId, value: commentId }
  return [setMarkEdit(transcript, { id: newId(), mark })]
}

/** Deletes a comment and its resolved mark; none if it no longer exists. */
export function deleteComment(transcript: Transcript, commentId: string, newId: NewId): Edit[] {
  const comment = commentOf(transcript, commentId)
  if (comment === undefined) return []
  return [comment, ...resolvedMarks(transcript, commentId)].map(({ id }) =>
    removeMarkEdit(transcript, { id: newId(), markId: id }),
  )
}

function commentOf({ marks }: Pick<Transcript, 'marks'>, commentId: string): Comment | undefined {
  return marks.find((mark): mark is Comment => mark.id === commentId && mark.kind === 'comment')
}

function resolvedMarks({ marks }: Pick<Transcript, 'marks'>, commentId: string): Mark[] {
  return marks.filter((mark) => mark.kind === 'comment-resolved' && mark.value === commentId)
}
