import type { Paragraph } from '#core/transcript/transcript'
import { layoutOf } from './paragraph-layout.ts'

/** How a time goes between the words of a line. */
export interface TimeInsertion {
  /** Where it is put into the line (UTF-16 units). */
  readonly at: number
  /** With the spaces that part it from its neighbors. */
  readonly text: string
  /** Where the time itself begins, once it is there. */
  readonly timeAt: number
  /** Behind it and one space: what is typed next is a word of its own. */
  readonly caret: number
}

/** Of a caret inside a word the time goes behind that word. `paragraph` null: the line has none yet. */
export function timeInsertion(
  paragraph: Paragraph | null,
  line: string,
  offset: number,
  time: string,
): TimeInsertion {
  const at = paragraph === null ? offset : endOfWordAround(paragraph, offset)
  const isSpace = (place: number): boolean => /^\s$/u.test(line.charAt(place))
  const before = at === 0 || isSpace(at - 1) ? '' : ' '
  const after = isSpace(at) ? '' : ' '
  return {
    at,
    text: before + time + after,
    timeAt: at + before.length,
    caret: at + before.length + time.length + 1,
  }
}

function endOfWordAround(paragraph: Paragraph, offset: number): number {
  const { starts, ends } = layoutOf(paragraph)
  const index = ends.findIndex((end) => end > offset)
  const isInside = index >= 0 && (starts[index] ?? 0) < offset
  return isInside ? (ends[index] ?? offset) : offset
}
