import { useEffect } from 'react'
import { commentsByWord, type ListedComment } from '#core/comments/listed-comments'
import type { Paragraph } from '#core/transcript/transcript'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Surface } from '../surface/surface.ts'
import type { CommentedSpan } from '../surface/text-marks.ts'

/** Shows the open comments in the text. */
export function useCommentsInText(
  surface: Surface | null,
  comments: readonly ListedComment[],
  session: TranscriptSession,
): void {
  useEffect(() => {
    if (surface === null) return
    const { paragraphs } = session.state.transcript
    surface.setComments(
      commentedSpans(
        paragraphs,
        comments.filter(({ isResolved }) => !isResolved),
      ),
    )
  }, [surface, comments, session])
}

/** The commented words of each paragraph: runs of words with the same comments. */
export function commentedSpans(
  paragraphs: readonly Paragraph[],
  comments: readonly ListedComment[],
): ReadonlyMap<string, readonly CommentedSpan[]> {
  const byWord = commentsByWord({ paragraphs }, comments)
  const spans = new Map<string, CommentedSpan[]>()
  if (byWord.size === 0) return spans
  for (const { id, words } of paragraphs) {
    const own: CommentedSpan[] = []
    let before: readonly ListedComment[] | undefined
    for (const word of words) {
      const on = byWord.get(word.id)
      const last = own.at(-1)
      if (on !== undefined && sameComments(on, before) && last !== undefined) {
        own[own.length - 1] = { ...last, toWordId: word.id }
      } else if (on !== undefined) {
        own.push({ fromWordId: word.id, toWordId: word.id, texts: on.map(({ text }) => text) })
      }
      before = on
    }
    if (own.length > 0) spans.set(id, own)
  }
  return spans
}

function sameComments(a: readonly ListedComment[], b: readonly ListedComment[] | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((comment, place) => comment === b[place])
}
