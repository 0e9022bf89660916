import type { ChangedWords } from '#core/glossary/changed-words'
import type { Paragraph, Word } from '#core/transcript/transcript'

/** Where a person types corrections. */
export interface CorrectionPlace {
  /** Whether the caret is in the changed words or beside them, so that they may still be typed. */
  isAt(paragraph: Paragraph, changed: ChangedWords): boolean
  /** Calls `listener` when the caret may be elsewhere; returns the function that stops it. */
  onMove(listener: () => void): () => void
  /** Gives it the focus again. */
  focus(): void
}

/** The changed words; where all are removed, their neighbors: what is typed next stands between them. */
export function wordsNear({ words }: Paragraph, { after, at }: ChangedWords): readonly Word[] {
  return after.length > 0 ? after : words.slice(Math.max(0, at - 1), at + 1)
}
