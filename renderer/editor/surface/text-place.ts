import { EditorSelection, type TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { caretPlace, caretPosition, type CaretPlace } from './caret-place.ts'
import { linesField } from './lines-field.ts'

/** The user's place in the text: the caret, and what is at the upper edge of the view. */
export interface TextPlace {
  readonly caret: CaretPlace | null
  /** `offsetPx`: distance of its letters below the edge. */
  readonly top: { readonly at: CaretPlace; readonly offsetPx: number } | null
}

export function textPlace(view: EditorView): TextPlace {
  const { doc, selection } = view.state
  const lines = view.state.field(linesField)
  const caret = caretPlace(lines, doc, selection.main.head)
  const edge = view.scrollDOM.getBoundingClientRect().top
  const { left } = view.contentDOM.getBoundingClientRect()
  // A word rather than a paragraph, which may be higher than the view.
  const position = view.posAtCoords({ x: left, y: edge + 1 }, false)
  const at = caretPlace(lines, doc, position)
  const there = at === null ? null : caretPosition(lines, doc, at)
  const top = there === null ? null : view.coordsAtPos(there, 1)
  return { caret, top: at === null || top === null ? null : { at, offsetPx: edge - top.top } }
}

/** The transaction that returns to a place; null if its words were removed. */
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
