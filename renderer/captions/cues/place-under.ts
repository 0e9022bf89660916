import type { MouseEvent } from 'react'

/** A place in the text shown: a line and an offset in it. */
export interface LinePlace {
  readonly line: number
  readonly offset: number
}

/** The place in the lines of a caption that was clicked; null for a key, or beside the text. */
export function placeUnder({
  clientX,
  clientY,
  detail,
  currentTarget,
}: MouseEvent<HTMLElement>): LinePlace | null {
  if (detail === 0) return null
  const caret = document.caretPositionFromPoint?.(clientX, clientY)
  const node = caret?.offsetNode
  const line = node?.parentElement?.closest<HTMLElement>('[data-line]')
  if (caret == null || node === undefined || line == null || !currentTarget.contains(line)) return null
  const range = document.createRange()
  range.setStart(line, 0)
  range.setEnd(node, caret.offset)
  return { line: Number(line.dataset['line']), offset: range.toString().length }
}
