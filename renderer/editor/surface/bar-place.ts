/** Edges of a letter, in px of the window. */
export interface LetterEdges {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Distance between the toolbar and the selection, and between the toolbar and the edge of the text. */
const gapPx = 6

/**
 * Position of the selection toolbar, px of the window: above the first selected line, else below the last one; if both
 * are out of view, at the lower edge. Null if no part of the selection is visible.
 */
export function barPlace(
  first: LetterEdges,
  last: LetterEdges,
  room: LetterEdges,
  bar: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } | null {
  if (last.bottom <= room.top || first.top >= room.bottom) return null
  const most = Math.max(room.left + gapPx, room.right - bar.width - gapPx)
  const leftOf = (edges: LetterEdges): number => Math.max(room.left + gapPx, Math.min(edges.left, most))
  const above = first.top - gapPx - bar.height
  if (above >= room.top) return { left: leftOf(first), top: above }
  const below = last.bottom + gapPx
  const isOneLine = last.top === first.top
  if (below + bar.height <= room.bottom) return { left: leftOf(isOneLine ? first : last), top: below }
  return { left: leftOf(first), top: room.bottom - gapPx - bar.height }
}
