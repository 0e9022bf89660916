import type { Paragraph, Transcript } from '../transcript/transcript.ts'

/** The paragraphs from the first to the last that are not the identical object in both transcripts. */
export interface ChangedRun {
  /** Index of the first of them, in both. */
  readonly start: number
  readonly before: readonly Paragraph[]
  readonly after: readonly Paragraph[]
}

/** Does not look at words, so that an edit of one paragraph among thousands stays cheap. */
export function changedRun(before: Transcript, after: Transcript): ChangedRun {
  if (before.paragraphs === after.paragraphs) return { start: 0, before: [], after: [] }
  const olds = before.paragraphs
  const news = after.paragraphs
  const shorter = Math.min(olds.length, news.length)
  let start = 0
  while (start < shorter && olds[start] === news[start]) start += 1
  let tail = 0
  while (tail < shorter - start && olds.at(-1 - tail) === news.at(-1 - tail)) tail += 1
  return {
    start,
    before: olds.slice(start, olds.length - tail),
    after: news.slice(start, news.length - tail),
  }
}
