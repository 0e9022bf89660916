import type { Mark, Transcript } from '../transcript/transcript.ts'
import { allWords, type CommentedWords, wordsAt } from './commented-words.ts'

/** A person's comment with its words. */
export interface ListedComment extends CommentedWords {
  /** Id of its mark. */
  readonly id: string
  readonly text: string
  readonly isResolved: boolean
}

/** One constant list, because results are cached by identity. */
const none: readonly ListedComment[] = []

/**
 * All comments in the order of their words; those on the same words in the order in which they were written.
 */
export function listedComments(
  transcript: Pick<Transcript, 'paragraphs' | 'marks'>,
): readonly ListedComment[] {
  const comments = transcript.marks.filter((mark) => mark.kind === 'comment')
  if (comments.length === 0) return none
  const resolved = resolvedIds(transcript.marks)
  const words = allWords(transcript)
  const ends = new Set(comments.flatMap(({ fromWordId, toWordId }) => [fromWordId, toWordId]))
  const places = new Map<string, number>()
  for (const [place, { id }] of words.entries()) if (ends.has(id)) places.set(id, place)
  return comments
    .flatMap(({ id, value, fromWordId, toWordId }) => {
      const [from, to] = [places.get(fromWordId) ?? -1, places.get(toWordId) ?? -1]
      const on = wordsAt(words, from, to)
      return on === null
        ? []
        : [{ from, to, comment: { id, text: value, isResolved: resolved.has(id), ...on } }]
    })
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .map(({ comment }) => comment)
}

/** The comments on each commented word, by the word's id. */
export function commentsByWord(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  comments: readonly ListedComment[],
): ReadonlyMap<string, readonly ListedComment[]> {
  const found = new Map<string, readonly ListedComment[]>()
  if (comments.length === 0) return found
  const begins = Map.groupBy(comments, ({ fromWordId }) => fromWordId)
  let open: readonly ListedComment[] = []
  for (const { words } of paragraphs) {
    for (const { id } of words) {
      const begun = begins.get(id)
      if (begun !== undefined) open = [...open, ...begun]
      if (open.length === 0) continue
      found.set(id, open)
      if (open.some(({ toWordId }) => toWordId === id)) open = open.filter(({ toWordId }) => toWordId !== id)
    }
  }
  return found
}

/** Ids of the comments that are resolved. */
export function resolvedIds(marks: readonly Mark[]): ReadonlySet<string> {
  return new Set(marks.flatMap((mark) => (mark.kind === 'comment-resolved' ? [mark.value] : [])))
}
