import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { WordIndex, type WordAtTime } from '../../sound/waveform/word-at-time.ts'
import type { Player } from '../../sound/player/player.ts'
import { lineOfParagraph } from './lines.ts'
import { linesField } from './lines-field.ts'
import { layoutOf } from './paragraph-layout.ts'
import { showMarks } from './text-marks.ts'

const highlightName = 'parolo-spoken'
// In a pause the last word stays highlighted this long; a longer pause shows no word.
const afterglowMs = 400

/** Highlights the current word during playback with the browser's Highlight API, so that no transaction is needed. */
export interface SpokenWord {
  readonly extension: Extension
  /** Position of the highlighted word. */
  readonly span: { readonly from: number; readonly to: number } | null
  start(view: EditorView, onWord: (span: { readonly from: number; readonly to: number }) => void): () => void
}

export function spokenWord(player: Player): SpokenWord {
  const index = new WordIndex()
  let place: WordAtTime | null = null
  let span: { from: number; to: number } | null = null
  const highlight = 'highlights' in CSS ? new Highlight() : null

  const find = (view: EditorView): { from: number; to: number } | null => {
    if (place === null) return null
    const lines = view.state.field(linesField)
    const paragraph = lines.transcript.paragraphs[place.paragraphIndex]
    if (paragraph?.id !== place.paragraphId) return null
    const line = lineOfParagraph(lines, place.paragraphIndex)
    if (line >= view.state.doc.lines || lines.blanks.some((blank) => blank.line === line)) return null
    const { starts, ends } = layoutOf(paragraph)
    const { from } = view.state.doc.line(line + 1)
    return { from: from + (starts[place.wordIndex] ?? 0), to: from + (ends[place.wordIndex] ?? 0) }
  }

  const draw = (view: EditorView): void => {
    span = find(view)
    if (highlight === null) return
    highlight.clear()
    if (span === null || span.to > view.state.doc.length) return
    const { from, to } = view.viewport
    if (span.from < from || span.to > to) return
    const start = view.domAtPos(span.from, 1)
    const end = view.domAtPos(span.to, -1)
    highlight.add(
      new StaticRange({
        startContainer: start.node,
        startOffset: start.offset,
        endContainer: end.node,
        endOffset: end.offset,
      }),
    )
  }

  return {
    get span() {
      return span
    },
    // An update of the text replaces the nodes that the highlight refers to.
    extension: EditorView.updateListener.of((update) => {
      if (
        highlight !== null &&
        (update.docChanged || update.viewportChanged || update.transactions.length > 0)
      ) {
        draw(update.view)
      }
    }),
    start(view, onWord) {
      if (highlight !== null) CSS.highlights.set(highlightName, highlight)
      const onFrame = (ms: number): void => {
        const { transcript } = view.state.field(linesField)
        index.update(transcript)
        const at = index.at(ms)
        const word = at === null ? undefined : transcript.paragraphs[at.paragraphIndex]?.words[at.wordIndex]
        const isLit = at !== null && (at.sounding || ms - (word?.endMs ?? 0) < afterglowMs)
        const next = isLit ? at : null
        if (next?.wordId === place?.wordId && next?.paragraphIndex === place?.paragraphIndex) return
        place = next
        draw(view)
        if (highlight === null) view.dispatch({ effects: showMarks.of({ spoken: span }) })
        if (span !== null) onWord(span)
      }
      const stop = player.onFrame(onFrame)
      return () => {
        stop()
        if (highlight !== null && CSS.highlights.get(highlightName) === highlight) {
          CSS.highlights.delete(highlightName)
        }
      }
    },
  }
}
