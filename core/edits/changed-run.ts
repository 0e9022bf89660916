import { commonEnds, middleOf } from '../sequences/common-ends.ts'
import type { Paragraph, Transcript } from '../transcript/transcript.ts'

/** The paragraphs from the first to the last that are not the identical object in both transcripts. */
export interface ChangedRun {
  /** Index of the first of them, in both. */
  readonly start: number
  readonly before: readonly Paragraph[]
  readonly after: readonly Paragraph[]
}

/** Does not examine words, so that an edit of one paragraph among thousands is fast. */
export function changedRun(before: Transcript, after: Transcript): ChangedRun {
  if (before.paragraphs === after.paragraphs) return { start: 0, before: [], after: [] }
  const ends = commonEnds(before.paragraphs, after.paragraphs)
  return {
    start: ends.head,
    before: middleOf(before.paragraphs, ends),
    after: middleOf(after.paragraphs, ends),
  }
}
