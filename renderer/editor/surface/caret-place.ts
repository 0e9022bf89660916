import type { Text } from '@codemirror/state'
import { findWord } from '#core/edits/places'
import { lineOfParagraph, paragraphOfLine, type Lines } from './lines.ts'
import { layoutOf, lineText, wordIndexAt } from './paragraph-layout.ts'

/** A caret position relative to the word it touches. */
export interface CaretPlace {
  readonly paragraphId: string
  readonly wordId: string
  /** UTF-16 units from the start of the word's text. */
  readonly offset: number
}

/**
 * The caret place of a text position; a word that ends there takes precedence over one that starts there. Null if there
 * is no word.
 */
export function caretPlace(lines: Lines, doc: Text, position: number): CaretPlace | null {
  const line = doc.lineAt(position)
  const paragraph = paragraphOfLine(lines, line.number - 1)
  if (paragraph === null || lineText(paragraph) !== line.text) return null
  const at = position - line.from
  const index = wordIndexAt(paragraph, Math.max(0, at - 1))
  const word = paragraph.words[index]
  if (word === undefined) return null
  const offset = Math.max(0, at - (layoutOf(paragraph).starts[index] ?? 0))
  return { paragraphId: paragraph.id, wordId: word.id, offset }
}

/**
 * The caret's new position if its word moved to another paragraph because others split or joined paragraphs; null if
 * the word is still in its paragraph or was removed.
 */
export function movedCaret(lines: Lines, doc: Text, caret: CaretPlace): number | null {
  const { paragraphs } = lines.transcript
  const own = paragraphs.find((each) => each.id === caret.paragraphId)
  if (own?.words.some((word) => word.id === caret.wordId)) return null
  return caretPosition(lines, doc, caret)
}

/** The caret's current position, wherever its word is; null if the word was removed. */
export function caretPosition(lines: Lines, doc: Text, caret: CaretPlace): number | null {
  const { paragraphs } = lines.transcript
  const place = findWord(lines.transcript, caret.wordId)
  const paragraph = place === null ? undefined : paragraphs[place.paragraph]
  if (place === null || paragraph === undefined) return null
  const line = lineOfParagraph(lines, place.paragraph)
  if (lines.blanks.some((blank) => blank.line === line)) return null
  const { starts, ends } = layoutOf(paragraph)
  const start = starts[place.word] ?? 0
  return doc.line(line + 1).from + Math.min(start + caret.offset, ends[place.word] ?? start)
}
