import type { EditorView } from '@codemirror/view'
import { findWord } from '#core/edits/places'
import { WordIndex } from '../../sound/waveform/word-at-time.ts'
import { lineOfParagraph, type Lines } from './lines.ts'
import { layoutOf } from './paragraph-layout.ts'

/** Positions of words, times and paragraphs in the document, in UTF-16 units; null if they are not in it. */
export interface TextPositions {
  ofWord(wordId: string, end: boolean): number | null
  /** Position of the word being said at a time, or of the last one before it. */
  ofTime(ms: number): number | null
  lineOf(paragraphId: string): { readonly from: number; readonly to: number } | null
}

export function textPositions(view: EditorView, linesNow: () => Lines): TextPositions {
  const wordIndex = new WordIndex()
  const ofWord = (wordId: string, end: boolean): number | null => {
    const lines = linesNow()
    const place = findWord(lines.transcript, wordId)
    if (place === null) return null
    const paragraph = lines.transcript.paragraphs[place.paragraph]
    const line = lineOfParagraph(lines, place.paragraph)
    if (paragraph === undefined || lines.blanks.some((blank) => blank.line === line)) return null
    const { starts, ends } = layoutOf(paragraph)
    return view.state.doc.line(line + 1).from + ((end ? ends : starts)[place.word] ?? 0)
  }
  return {
    ofWord,
    ofTime(ms) {
      wordIndex.update(linesNow().transcript)
      const place = wordIndex.at(ms)
      return place === null ? null : ofWord(place.wordId, false)
    },
    lineOf(paragraphId) {
      const lines = linesNow()
      const index = lines.transcript.paragraphs.findIndex((paragraph) => paragraph.id === paragraphId)
      return index < 0 ? null : view.state.doc.line(lineOfParagraph(lines, index) + 1)
    },
  }
}
