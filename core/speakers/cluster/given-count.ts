import { groupsAtLevel } from './dendrogram.ts'
import type { ClusterItem } from './items.ts'
import { centroidOf, sphericalKMeans } from './k-means.ts'
import type { Merge } from './linkage.ts'

/**
 * How many levels of the dendrogram below the requested one are tried as starting points (measured, see
 * docs/engine.md).
 */
const MORE_LEVELS = 8
const ROUNDS = 4

/**
 * Exactly `count` groups, or as many as there are items. Outliers may occupy a group at the level of `count` groups,
 * so some levels below are also starting points, each with its longest groups; the best objective wins.
 */
export function groupsOfCount(
  items: readonly ClusterItem[],
  merges: readonly Merge[],
  count: number,
  smallSeconds: number,
): readonly (readonly number[])[] {
  const secondsOf = (group: readonly number[]): number =>
    group.reduce((sum, item) => sum + (items[item] as ClusterItem).seconds, 0)
  const total = items.reduce((sum, item) => sum + item.seconds, 0)
  const needed = Math.min(smallSeconds, total / (4 * count))
  let best: { groups: readonly (readonly number[])[]; objective: number } | null = null
  for (let level = count; level <= Math.min(items.length, count + MORE_LEVELS); level++) {
    const longest = groupsAtLevel(items.length, merges, level)
      .filter((group) => level === count || secondsOf(group) >= needed)
      .sort((a, b) => secondsOf(b) - secondsOf(a))
      .slice(0, count)
    if (longest.length < count) continue
    const start = longest.map((group) => centroidOf(items, group))
    const found = sphericalKMeans(items, start, ROUNDS)
    if (found.groups.some((group) => group.length === 0)) continue
    if (found.objective > (best?.objective ?? -1)) best = found
  }
  return best?.groups ?? groupsAtLevel(items.length, merges, count)
}
