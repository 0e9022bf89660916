/** The 95 % interval of Wilson for a share of independent trials; both ends from 0 to 1. */
export function shareInterval(count: number, trials: number): readonly [low: number, high: number] {
  if (trials === 0) return [0, 1]
  const z = 1.959964
  const share = count / trials
  const scale = 1 + z ** 2 / trials
  const middle = share + z ** 2 / (2 * trials)
  const reach = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2))
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)]
}
