import type { Mark } from '../../transcript/transcript.ts'
import type { ParagraphMarks } from './mark-index.ts'

/** The first and last paragraph of something, in reading order. */
export interface Reach {
  readonly from: number
  readonly to: number
}

/** Marks with ends in two paragraphs; one with only one remaining end has no effect. */
export function wideMarks(marks: readonly ParagraphMarks[]): Map<Mark, Reach> {
  const firsts = new Map<Mark, number>()
  const wide = new Map<Mark, Reach>()
  for (const [place, { halves }] of marks.entries()) {
    for (const mark of halves) {
      const from = firsts.get(mark)
      if (from === undefined) firsts.set(mark, place)
      else wide.set(mark, { from, to: place })
    }
  }
  return wide
}

/** Fixed cues of more than one paragraph. */
export function fixedReaches(marks: readonly ParagraphMarks[]): Reach[] {
  const reaches: Reach[] = []
  let open: number | null = null
  for (const [place, { closes, stops, opens }] of marks.entries()) {
    if (closes && open !== null) reaches.push({ from: open, to: place })
    if (stops) open = opens ? place : null
  }
  return reaches
}

/**
 * The marks on some paragraphs in the order of the transcript, as the later of two marks on a word counts;
 * marks with ends in two paragraphs only if in `wide`.
 * @param marks all marks of the transcript
 */
export function marksOn(
  paragraphs: readonly ParagraphMarks[],
  marks: readonly Mark[],
  wide: ReadonlyMap<Mark, Reach>,
): readonly Mark[] {
  const own = new Set(paragraphs.flatMap(({ halves }) => halves.filter((mark) => wide.has(mark))))
  if (own.size === 0) return paragraphs.flatMap(({ begun }) => begun)
  for (const { begun } of paragraphs) for (const mark of begun) own.add(mark)
  return marks.filter((mark) => own.has(mark))
}

/** Whether two paragraphs have the same marks; marks never change in place. */
export function hasSameMarks(a: ParagraphMarks, b: ParagraphMarks): boolean {
  return a === b || (isSame(a.begun, b.begun) && isSame(a.halves, b.halves))
}

function isSame(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.length === b.length && a.every((mark, index) => mark === b[index])
}
