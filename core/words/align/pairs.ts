import { alignTexts } from './align.ts'
import { foldWord, similarity } from './fold.ts'

/**
 * A run of an alignment: `oldFrom..oldTo` became `newFrom..newTo` (ends excluded). `equal` and `changed` runs have
 * one word on each side; a `replaced` one has any other counts, one of which may be 0.
 */
export interface AlignedRun {
  readonly kind: 'equal' | 'changed' | 'replaced'
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

// Words that share a smaller part of their letters are two different words, not one changed word.
const leastSimilarity = 0.6
const mostComparisons = 400

/** Every word of both texts, in order, in exactly one run. */
export function pairTexts(oldTexts: readonly string[], newTexts: readonly string[]): AlignedRun[] {
  const stretches: AlignedRun[] = []
  let oldFrom = 0
  let newFrom = 0
  for (const match of alignTexts(oldTexts, newTexts)) {
    pairGap(oldTexts, newTexts, { oldFrom, oldTo: match.old, newFrom, newTo: match.new }, stretches)
    stretches.push(onePair(match.exact ? 'equal' : 'changed', match.old, match.new))
    oldFrom = match.old + 1
    newFrom = match.new + 1
  }
  const rest = { oldFrom, oldTo: oldTexts.length, newFrom, newTo: newTexts.length }
  pairGap(oldTexts, newTexts, rest, stretches)
  return stretches
}

function onePair(kind: 'equal' | 'changed', old: number, place: number): AlignedRun {
  return { kind, oldFrom: old, oldTo: old + 1, newFrom: place, newTo: place + 1 }
}

export type Gap = Omit<AlignedRun, 'kind'>

/** With equal counts each word became one word. Otherwise similar words are paired. */
function pairGap(
  oldTexts: readonly string[],
  newTexts: readonly string[],
  gap: Gap,
  stretches: AlignedRun[],
): void {
  const oldCount = gap.oldTo - gap.oldFrom
  const newCount = gap.newTo - gap.newFrom
  if (oldCount === 0 && newCount === 0) return
  if (oldCount === newCount) {
    for (let index = 0; index < oldCount; index += 1) {
      stretches.push(onePair('changed', gap.oldFrom + index, gap.newFrom + index))
    }
    return
  }
  const cells = oldCount * newCount
  const pairs = cells > 1 && cells <= mostComparisons ? similarPairs(oldTexts, newTexts, gap) : []
  if (pairs.length === 0) {
    stretches.push({ kind: 'replaced', ...gap })
    return
  }
  let { oldFrom, newFrom } = gap
  for (const [old, place] of pairs) {
    pairGap(oldTexts, newTexts, { oldFrom, oldTo: old, newFrom, newTo: place }, stretches)
    stretches.push(onePair('changed', old, place))
    oldFrom = old + 1
    newFrom = place + 1
  }
  pairGap(oldTexts, newTexts, { oldFrom, oldTo: gap.oldTo, newFrom, newTo: gap.newTo }, stretches)
}

/** The pairs of similar words, increasing in both texts, with the greatest total similarity. */
export function similarPairs(
  oldTexts: readonly string[],
  newTexts: readonly string[],
  gap: Gap,
): [number, number][] {
  const oldItems = oldTexts.slice(gap.oldFrom, gap.oldTo).map(foldWord)
  const newItems = newTexts.slice(gap.newFrom, gap.newTo).map(foldWord)
  const alike = oldItems.map((old) => newItems.map((text) => similarity(old, text)))
  const best: number[][] = Array.from({ length: oldItems.length + 1 }, () =>
    Array.from({ length: newItems.length + 1 }, () => 0),
  )
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0
  const pairValue = (row: number, column: number): number => {
    const value = alike[row]?.[column] ?? 0
    return value >= leastSimilarity ? value : 0
  }
  for (let row = oldItems.length - 1; row >= 0; row -= 1) {
    for (let column = newItems.length - 1; column >= 0; column -= 1) {
      const value = pairValue(row, column)
      const paired = value > 0 ? value + at(row + 1, column + 1) : 0
      const line = best[row]
      if (line !== undefined) line[column] = Math.max(paired, at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: [number, number][] = []
  let row = 0
  let column = 0
  while (row < oldItems.length && column < newItems.length) {
    const value = pairValue(row, column)
    if (value > 0 && at(row, column) === value + at(row + 1, column + 1)) {
      pairs.push([gap.oldFrom + row, gap.newFrom + column])
      row += 1
      column += 1
    } else if (at(row, column) === at(row + 1, column)) row += 1
    else column += 1
  }
  return pairs
}
