import { type Branch, dendrogram } from './dendrogram.ts'
import type { ClusterItem } from './items.ts'
import type { Merge } from './linkage.ts'
import { SpeakerSplits } from './two-speakers.ts'

/** A side with too little speech for a speaker is split off only below this similarity (measured, see docs/engine.md). */
const PEELED_BELOW = 0.66

/**
 * Groups of items, one for each speaker, found by traversing the dendrogram from its root. A side with less speech
 * than `smallSeconds` is not a speaker: it is split off the other side, or kept with it if they are similar.
 */
export function automaticGroups(
  items: readonly ClusterItem[],
  merges: readonly Merge[],
  smallSeconds: number,
): number[][] {
  const secondsOf = (branch: Branch): number =>
    branch.items.reduce((sum, item) => sum + (items[item] as ClusterItem).seconds, 0)
  const splits = new SpeakerSplits(items)
  const groups: number[][] = []
  const stack = [dendrogram(items.length, merges)]
  for (let branch = stack.pop(); branch !== undefined; branch = stack.pop()) {
    const split = branch.split
    if (split === null) {
      groups.push([...branch.items])
      continue
    }
    const { left, right, similarity } = split
    const [leftSeconds, rightSeconds] = [secondsOf(left), secondsOf(right)]
    const shorter = Math.min(leftSeconds, rightSeconds)
    if (shorter < smallSeconds && similarity < PEELED_BELOW) {
      stack.push(leftSeconds >= rightSeconds ? left : right)
    } else if (shorter >= smallSeconds && splits.isTwo(split, shorter)) {
      stack.push(left, right)
    } else {
      groups.push([...branch.items])
    }
  }
  return groups
}
