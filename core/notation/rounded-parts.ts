/**
 * Parts rounded to multiples of `step` so that they add up to their sum rounded down to such a multiple: what is
 * lost by rounding down goes to the parts that lose most.
 */
export function roundedParts(parts: readonly number[], step: number): number[] {
  // Sums of shares miss 1 by the error of floating point.
  const whole = (value: number): number => Math.floor(value / step + 1e-9)
  const down = parts.map(whole)
  const missing =
    whole(parts.reduce((sum, part) => sum + part, 0)) - down.reduce((sum, part) => sum + part, 0)
  const losses = parts.map((part, index) => ({ index, lost: part / step - (down[index] ?? 0) }))
  const raised = new Set(
    losses
      .toSorted((a, b) => b.lost - a.lost)
      .slice(0, missing)
      .map(({ index }) => index),
  )
  return down.map((count, index) => (count + (raised.has(index) ? 1 : 0)) * step)
}
