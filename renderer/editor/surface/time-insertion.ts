import type { Paragraph } from '#core/transcript/transcript'
import { layoutOf } from './paragraph-layout.ts'

/** How a time is inserted between the words of a line. */
export interface TimeInsertion {
  /** Insertion point in the line (UTF-16 units). */
  readonly at: number
  /** The time with the spaces that separate it from its neighbors. */
  readonly text: string
  /** Start of the time itself after the insertion. */
  readonly timeAt: number
  /** Caret after the time and one space, so that typing starts a new word. */
  readonly caret: number
}

/** If the caret is inside a word, the time is inserted after it. `paragraph` null: the line has none yet. */
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
