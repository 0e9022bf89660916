import type { CueLine } from '../../captions/cues.ts'
import type { CuePosition } from '../../transcript/marks/kinds/position.ts'

/** A part of a line that is entirely in italics or not at all. */
export interface TextRun {
  readonly text: string
  readonly isItalic: boolean
}

/** A line as runs; none is empty. */
export function runsOf({ text, italics = [] }: Pick<CueLine, 'text' | 'italics'>): TextRun[] {
  const runs: TextRun[] = []
  const add = (from: number, to: number, isItalic: boolean): void => {
    if (to > from) runs.push({ text: text.slice(from, to), isItalic })
  }
  let at = 0
  for (const { from, to } of italics) {
    add(at, from, false)
    add(Math.max(at, from), to, true)
    at = Math.max(at, to)
  }
  add(at, text.length, false)
  return runs
}

/** A line with its italics enclosed in two tags. */
export function taggedText(
  line: Pick<CueLine, 'text' | 'italics'>,
  escape: (text: string) => string,
  [open, close]: readonly [string, string],
): string {
  return runsOf(line)
    .map(({ text, isItalic }) => (isItalic ? open + escape(text) + close : escape(text)))
    .join('')
}

const rows = ['bottom', 'middle', 'top'] as const
const columns = ['left', 'center', 'right'] as const

/** A position as a key of a number pad, as in SubStation Alpha and SRT: 2 is the bottom center. */
export function numpadOf({ vertical, horizontal }: CuePosition): number {
  return rows.indexOf(vertical) * 3 + columns.indexOf(horizontal) + 1
}

/** Null for a value outside 1 to 9, and for 2, the default position. */
export function positionOfNumpad(key: number): CuePosition | null {
  if (!Number.isInteger(key) || key < 1 || key > 9 || key === 2) return null
  const vertical = rows[Math.floor((key - 1) / 3)]
  const horizontal = columns[(key - 1) % 3]
  return vertical === undefined || horizontal === undefined ? null : { vertical, horizontal }
}
