import type { EditorView } from '@codemirror/view'
import type { LetterEdges } from './bar-place.ts'

/** Edges of the first and last selected letter, px of the window; null without a selection. */
export function selectionEdges(
  view: EditorView,
): { readonly first: LetterEdges; readonly last: LetterEdges } | null {
  const { main } = view.state.selection
  if (main.empty) return null
  return { first: edgesAt(view, main.from, 1), last: edgesAt(view, main.to, -1) }
}

/** Text far outside the view is not rendered: only the position of its line is known. */
function edgesAt(view: EditorView, position: number, side: 1 | -1): LetterEdges {
  const drawn = view.coordsAtPos(position, side)
  if (drawn !== null) return drawn
  const { top, bottom } = view.lineBlockAt(position)
  const { left, right } = view.contentDOM.getBoundingClientRect()
  return { top: top + view.documentTop, bottom: bottom + view.documentTop, left, right }
}
