import type { EditorView } from '@codemirror/view'
import type { LetterEdges } from './bar-place.ts'

/** Where the first and the last letter of what is selected are, px of the window; null where nothing is. */
export function selectionEdges(
  view: EditorView,
): { readonly first: LetterEdges; readonly last: LetterEdges } | null {
  const { main } = view.state.selection
  if (main.empty) return null
  return { first: edgesAt(view, main.from, 1), last: edgesAt(view, main.to, -1) }
}

/** Text far out of sight is not drawn: its line is known by its height alone. */
function edgesAt(view: EditorView, position: number, side: 1 | -1): LetterEdges {
  const drawn = view.coordsAtPos(position, side)
  if (drawn !== null) return drawn
  const { top, bottom } = view.lineBlockAt(position)
  const { left, right } = view.contentDOM.getBoundingClientRect()
  return { top: top + view.documentTop, bottom: bottom + view.documentTop, left, right }
}
