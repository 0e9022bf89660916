import type { Text } from '@codemirror/state'
import { findWord } from '#core/edits/places'
import { isBlankText, lineOfParagraph, paragraphOfLine, type Lines } from './lines.ts'
import { layoutOf, wordIndexAt } from './paragraph-layout.ts'

/** A place in the text by the word that it stands in or after. */
export interface WordPlace {
  readonly paragraphId: string
  readonly wordId: string
  /** From where the word's text begins; negative in the space before it. */
  readonly offset: number
}

/** Null on a line without words. */
export function wordPlaceAt(lines: Lines, doc: Text, position: number): WordPlace | null {
  const line = doc.lineAt(position)
  const paragraph = isBlankText(line.text) ? null : paragraphOfLine(lines, line.number - 1)
  if (paragraph === null) return null
  const at = position - line.from
  const { starts, ends } = layoutOf(paragraph)
  const next = wordIndexAt(paragraph, at)
  const index = ends[next - 1] === at ? next - 1 : next
  const word = paragraph.words[index]
  const start = starts[index]
  if (word === undefined || start === undefined) return null
  return { paragraphId: paragraph.id, wordId: word.id, offset: at - start }
}

/**
 * Where that place is in a text whose paragraphs have other bounds now. Null where the word is in the paragraph that
 * it was in, or nowhere any more: then the changes of the text say where the place went.
 */
export function placeElsewhere(
  { paragraphId, wordId, offset }: WordPlace,
  lines: Lines,
  doc: Text,
): number | null {
  const { transcript } = lines
  const place = findWord(transcript, wordId)
  const paragraph = place === null ? undefined : transcript.paragraphs[place.paragraph]
  if (place === null || paragraph === undefined || paragraph.id === paragraphId) return null
  const index = lineOfParagraph(lines, place.paragraph)
  if (lines.blanks.some((blank) => blank.line === index)) return null
  const line = doc.line(index + 1)
  const start = layoutOf(paragraph).starts[place.word] ?? 0
  return Math.max(line.from, Math.min(line.to, line.from + start + offset))
}
