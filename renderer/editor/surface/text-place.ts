import { EditorSelection, type TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { caretPlace, caretPosition, type CaretPlace } from './caret-place.ts'
import { linesField } from './lines-field.ts'

/** Where a person is in the text: the caret, and what stands at the upper edge of the window. */
export interface TextPlace {
  readonly caret: CaretPlace | null
  /** `offsetPx`: how far its letters begin above the edge. */
  readonly top: { readonly at: CaretPlace; readonly offsetPx: number } | null
}

export function textPlace(view: EditorView): TextPlace {
  const { doc, selection } = view.state
  const lines = view.state.field(linesField)
  const caret = caretPlace(lines, doc, selection.main.head)
  const edge = view.scrollDOM.getBoundingClientRect().top
  const { left } = view.contentDOM.getBoundingClientRect()
  // A word and not a paragraph: a long one may be higher than the window.
  const position = view.posAtCoords({ x: left, y: edge + 1 }, false)
  const at = caretPlace(lines, doc, position)
  const there = at === null ? null : caretPosition(lines, doc, at)
  const top = there === null ? null : view.coordsAtPos(there, 1)
  return { caret, top: at === null || top === null ? null : { at, offsetPx: edge - top.top } }
}

/** What brings a person back to a place; null where its words are gone. */
export function backToPlace(view: EditorView, place: TextPlace): TransactionSpec | null {
  const { doc } = view.state
  const lines = view.state.field(linesField)
  const { top } = place
  const caret = place.caret === null ? null : caretPosition(lines, doc, place.caret)
  const position = top === null ? null : caretPosition(lines, doc, top.at)
  if (top === null || position === null) return null
  return {
    ...(caret === null ? {} : { selection: { anchor: caret } }),
    effects: EditorView.scrollIntoView(EditorSelection.cursor(position, 1), {
      y: 'start',
      yMargin: -top.offsetPx,
    }),
  }
}
