/**
 * Indexes in the same order, but the last `count` by falling length: work in parallel then ends at about the same
 * time, instead of one core waiting for a long chunk of another.
 */
export function endWithShortest(
  indexes: readonly number[],
  lengthOf: (index: number) => number,
  count: number,
): number[] {
  const start = Math.max(0, indexes.length - count)
  const last = indexes.slice(start).toSorted((a, b) => lengthOf(b) - lengthOf(a))
  return [...indexes.slice(0, start), ...last]
}
