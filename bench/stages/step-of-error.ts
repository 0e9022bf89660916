/** Errors that a step brought or removed for good. */
export interface StepErrors {
  readonly lost: number
  readonly won: number
}

/**
 * The steps that made a place worse or better than it was before the first of them: each error that the last text has
 * more than the first belongs to the step after which it stayed, each it has fewer to the step after which it stayed
 * away. What a step brought and a later one removed does not count.
 * @param errors in one place, of the first text and after each step
 * @returns for each step; lost less won over all of them is the last number less the first
 */
export function stepsOfErrors(errors: readonly number[]): StepErrors[] {
  const first = errors[0] ?? 0
  const last = errors.at(-1) ?? 0
  const counts = errors.slice(1).map(() => ({ lost: 0, won: 0 }))
  for (let level = Math.min(first, last) + 1; level <= Math.max(first, last); level++) {
    const isOver = errors.map((count) => count >= level)
    const step = isOver.lastIndexOf(first >= level)
    const count = counts[step]
    if (count === undefined) continue
    if (last > first) count.lost++
    else count.won++
  }
  return counts
}
