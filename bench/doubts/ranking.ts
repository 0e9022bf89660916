/** A word of a list with the likeliest errors first. */
export interface RankedWord {
  readonly estimate: number
  readonly isWrong: boolean
}

export const countWrong = (words: readonly RankedWord[]): number =>
  words.filter(({ isWrong }) => isWrong).length

/** Share of all wrong words in the first part of the list; equal estimates are counted proportionally. */
export function held(words: readonly RankedWord[], part: number): number {
  const wrong = countWrong(words)
  if (wrong === 0) return 0
  let room = words.length * part
  let found = 0
  for (const equal of byEstimate(words)) {
    const taken = Math.min(room, equal.length)
    found += (countWrong(equal) * taken) / equal.length
    room -= taken
    if (room <= 0) break
  }
  return found / wrong
}

/**
 * Area under the curve of found against falsely listed words: how often a wrong word is listed before a right one, 0 to
 * 1; equal estimates count half. NaN without words of both sorts.
 */
export function areaUnderCurve(words: readonly RankedWord[]): number {
  const wrong = countWrong(words)
  let found = 0
  let area = 0
  for (const equal of byEstimate(words)) {
    const own = countWrong(equal)
    area += (equal.length - own) * (found + own / 2)
    found += own
  }
  return area / (wrong * (words.length - wrong))
}

/** Words with the same estimate together, the highest first. */
const byEstimate = (words: readonly RankedWord[]): readonly RankedWord[][] =>
  [...Map.groupBy(words, ({ estimate }) => estimate)].sort(([a], [b]) => b - a).map(([, equal]) => equal)
