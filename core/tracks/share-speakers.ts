/**
 * The number of people on each track when the total is known: the track with most people found gets the
 * difference. At least one on each track on which somebody was found.
 * @param found number of people found on each track
 * @param speakers total number
 */
export function shareSpeakers(found: readonly number[], speakers: number): number[] {
  const shares = [...found]
  const total = (): number => shares.reduce((sum, each) => sum + each, 0)
  const most = (): number => shares.indexOf(Math.max(...shares))
  if (total() === 0) return shares
  if (total() < speakers) shares[most()] = (shares[most()] ?? 0) + speakers - total()
  while (total() > speakers && Math.max(...shares) > 1) shares[most()] = (shares[most()] ?? 0) - 1
  return shares
}
