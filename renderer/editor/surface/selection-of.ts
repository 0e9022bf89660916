import type { EditorState } from '@codemirror/state'
import { isBlankText, paragraphOfLine } from './lines.ts'
import { linesField } from './lines-field.ts'
import { wordIndexAt, wordRangeIn } from './paragraph-layout.ts'
import type { SurfaceSelection } from './surface.ts'

/** The selection in terms of core's ids. */
export function selectionOf(state: EditorState): SurfaceSelection {
  const { main } = state.selection
  const lines = state.field(linesField)
  const line = state.doc.lineAt(main.head)
  const paragraph = paragraphOfLine(lines, line.number - 1)
  const isBlank = isBlankText(line.text)
  const at = Math.max(line.from, main.empty ? main.head : main.from)
  const wordIdAt = (offset: number): string | null =>
    paragraph === null || isBlank ? null : (paragraph.words[wordIndexAt(paragraph, offset)]?.id ?? null)
  return {
    paragraphId: paragraph?.id ?? null,
    wordId: wordIdAt(at - line.from),
    touchedWordId: wordIdAt(main.empty ? Math.max(0, at - line.from - 1) : at - line.from),
    range: main.empty ? null : wordsBetween(state, main.from, main.to),
  }
}

/** The first and last word that a range of the text touches; null if there is none. */
export function wordsBetween(state: EditorState, from: number, to: number): SurfaceSelection['range'] {
  const lines = state.field(linesField)
  const { doc } = state
  let first: string | undefined
  let last: string | undefined
  const end = doc.lineAt(to).number
  for (let number = doc.lineAt(from).number; number <= end; number += 1) {
    // Only the ends matter: paragraphs between them are skipped.
    if (first !== undefined && number < end) number = end
    const line = doc.line(number)
    const paragraph = isBlankText(line.text) ? null : paragraphOfLine(lines, number - 1)
    const range =
      paragraph === null ? null : wordRangeIn(paragraph, Math.max(0, from - line.from), to - line.from)
    if (paragraph === null || range === null) continue
    first ??= paragraph.words[range.first]?.id
    last = paragraph.words[range.last]?.id
  }
  if (first === undefined) return null
  if (last === undefined || doc.lineAt(from).number !== end) last = lastWordBefore(state, to) ?? last ?? first
  return { fromWordId: first, toWordId: last ?? first }
}

function lastWordBefore(state: EditorState, to: number): string | null {
  const lines = state.field(linesField)
  const { doc } = state
  for (let number = doc.lineAt(to).number; number > 0; number -= 1) {
    const line = doc.line(number)
    const paragraph = isBlankText(line.text) ? null : paragraphOfLine(lines, number - 1)
    const range = paragraph === null ? null : wordRangeIn(paragraph, 0, to - line.from)
    if (paragraph !== null && range !== null) return paragraph.words[range.last]?.id ?? null
  }
  return null
}
