import type { MouseEvent } from 'react'

/** A position in the displayed text: a line and an offset in it. */
export interface LinePlace {
  readonly line: number
  readonly offset: number
}

/** The clicked position in the lines of a caption; null for a keystroke, or outside of the text. */
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
