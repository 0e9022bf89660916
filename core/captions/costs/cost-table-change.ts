import type { CostTable } from './cost-table.ts'

/** The common start and end of two tables, as far as the cost of cues is concerned. */
export interface CostTableChange {
  /** The first atom that differs. */
  readonly from: number
  /** From this atom of the newer table on they are equal again. */
  readonly to: number
  /** How many more atoms the newer table has; negative for fewer. */
  readonly added: number
}

/** A fixed cue differs from an atom of text by its length, which is 0. */
const columns = [
  'startsMs',
  'endsMs',
  'voices',
  'prefixLengths',
  'givenLengths',
  'nameMarks',
  'textLengths',
  'joinerLengths',
  'wordCounts',
  'spareBefore',
  'spareAfter',
  'mustBreak',
  'sentenceStarts',
  'cueBreakCosts',
  'lineBreakCosts',
] as const

/**
 * Where two tables of the same rules and names differ.
 * @param isAlike whether two atoms have the same words
 */
export function findChange(
  before: CostTable,
  now: CostTable,
  isAlike: (before: number, now: number) => boolean,
): CostTableChange {
  const added = now.count - before.count
  const shorter = Math.min(before.count, now.count)
  let from = shorter
  for (const column of columns) from = commonStart(before[column], now[column], from)
  // For these, only the step from one atom to the next matters.
  from = commonStart(before.paragraphs, now.paragraphs, from, step)
  from = commonStart(before.lineMarks, now.lineMarks, from, step)
  for (let at = 0; at < from; at++) if (!isAlike(at, at)) from = at
  let same = shorter - from
  for (const column of columns) same = commonEnd(before, now, column, same)
  same = commonEnd(before, now, 'paragraphs', same, step)
  // The count at an atom excludes its own mark, so the end is compared too.
  const endsAlike = step(before.lineMarks, before.count) === step(now.lineMarks, now.count)
  same = endsAlike ? commonEnd(before, now, 'lineMarks', same, step) : 0
  for (let back = 1; back <= same; back++) {
    if (!isAlike(before.count - back, now.count - back)) same = back - 1
  }
  return { from, to: now.count - same, added }
}

type Column = ArrayLike<number>
type Value = (column: Column, at: number) => number | undefined

const own: Value = (column, at) => column[at]

const step: Value = (column, at) => (column[at] ?? 0) - (at > 0 ? (column[at - 1] ?? 0) : 0)

function commonStart(before: Column, now: Column, limit: number, value = own): number {
  for (let at = 0; at < limit; at++) if (value(before, at) !== value(now, at)) return at
  return limit
}

function commonEnd(
  before: CostTable,
  now: CostTable,
  column: (typeof columns)[number] | 'paragraphs' | 'lineMarks',
  limit: number,
  value = own,
): number {
  for (let back = 1; back <= limit; back++) {
    if (value(before[column], before.count - back) !== value(now[column], now.count - back)) return back - 1
  }
  return limit
}
