import type { ChangedWords } from '#core/glossary/changed-words'
import type { Paragraph, Word } from '#core/transcript/transcript'

/** Where a person types corrections. */
export interface CorrectionPlace {
  /** Whether the caret is in or next to the changed words, so that they may still be typed. */
  isAt(paragraph: Paragraph, changed: ChangedWords): boolean
  /** Calls `listener` when the caret may have moved; returns the function that stops it. */
  onMove(listener: () => void): () => void
  /** Returns the focus to it. */
  focus(): void
}

/** The changed words; if all were removed, their neighbors, between which text may be typed next. */
export function wordsNear({ words }: Paragraph, { after, at }: ChangedWords): readonly Word[] {
  return after.length > 0 ? after : words.slice(Math.max(0, at - 1), at + 1)
}
