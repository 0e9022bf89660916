/** LetterEdges in px of the window. */
export interface LetterEdges {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Between the bar and what is selected, and between it and the edge of the text. */
const gapPx = 6

/**
 * Where the bar of a selection goes, px of the window: above the first line that is selected, else below the last one;
 * where both are out of sight, at the lower edge. Null where nothing of the selection is seen.
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
