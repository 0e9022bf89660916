/** Edges of a letter, in px of the window. */
export interface LetterEdges {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Distance between the toolbar and the selection. */
const GAP_PX = 8
/** Distance between the toolbar and the edge of the text. */
const EDGE_PX = 6

/**
 * Position of the selection toolbar, px of the window: below the last selected line, else above the first one, so that
 * no selected line is hidden; if neither has room, at the lower edge. Null if no part of the selection is visible.
 */
export function barPlace(
  first: LetterEdges,
  last: LetterEdges,
  room: LetterEdges,
  bar: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } | null {
  if (last.bottom <= room.top || first.top >= room.bottom) return null
  const most = Math.max(room.left + EDGE_PX, room.right - bar.width - EDGE_PX)
  const left = Math.max(room.left + EDGE_PX, Math.min(first.left, last.left, most))
  const below = last.bottom + GAP_PX
  if (below + bar.height <= room.bottom) return { left, top: below }
  const above = first.top - GAP_PX - bar.height
  if (above >= room.top) return { left, top: above }
  return { left, top: room.bottom - EDGE_PX - bar.height }
}
