/** A straight line through points. */
export interface FittedLine {
  readonly slope: number
  /** Value at `x` = 0. */
  readonly offset: number
}

/**
 * The line whose slope is the median over all pairs (Theil, 1950; Sen, 1968): up to a quarter of the points
 * may be outliers. At least two points; quadratic in their number.
 */
export function fitLine(points: readonly (readonly [x: number, y: number])[]): FittedLine {
  const slopes: number[] = []
  for (const [index, [x, y]] of points.entries())
    for (const [otherX, otherY] of points.slice(index + 1))
      if (otherX !== x) slopes.push((otherY - y) / (otherX - x))
  const slope = median(slopes)
  return { slope, offset: median(points.map(([x, y]) => y - slope * x)) }
}

/** 0 for no values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 0 ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper
}
