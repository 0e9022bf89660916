import { rebase } from '../edits/carry/rebase.ts'
import type { Edit } from '../edits/edit.ts'
import { removeMarkEdit } from '../edits/kinds/remove-mark.ts'
import { setMarkEdit } from '../edits/kinds/set-mark.ts'
import type { Mark, Transcript } from '../transcript/transcript.ts'
import type { CommentedWords } from './commented-words.ts'

type NewId = () => string
type Comment = Extract<Mark, { kind: 'comment' }>

/** A new comment; none if the text is blank. If its words are gone meanwhile, it is on those said at their time. */
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

/** Another text for a comment; none if it is blank, the same, or the comment is gone. */
export function changeComment(transcript: Transcript, commentId: string, text: string, newId: NewId): Edit[] {
  const comment = commentOf(transcript, commentId)
  const value = text.trim()
  if (comment === undefined || value === '' || value === comment.value) return []
  return [setMarkEdit(transcript, { id: newId(), mark: { ...comment, value } })]
}

/** Resolves a comment, or reopens it; none if it is so already or gone. */
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

/** Removes a comment with what says that it is resolved; none if it is gone. */
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
