import { secondsToFrames } from '../../windows/frames.ts'
import { type Branch, type Split, dendrogram } from './dendrogram.ts'
import type { ClusterItem } from './items.ts'
import type { Merge } from './linkage.ts'

/*
 * How many speakers there are. The similarity between speakers depends on the room (clean .3, room .4, noise .45,
 * phone .55–.6), so a single threshold is not enough: a split must also differ clearly from the similarity within its
 * sides, or be confirmed by the segmentation. All numbers measured, see docs/engine.md.
 */
const TWO_BELOW = 0.52
const POSSIBLY_TWO_BELOW = 0.66
const TWO_IF_SEGMENTED_BELOW = 0.72
/** The similarity within each side must exceed that between the sides by this much. */
const SEPARATION = 0.11

/** Split one into two: at least this many neighboring pairs, this share of which the segmentation separates. */
const OFTEN_SEPARATED = { pairs: 6, share: 0.75 }
/** Merge two into one when a side is short: at least this many pairs, less than this share of which is separated. */
const RARELY_SEPARATED = { pairs: 5, share: 0.15, shorterSideSeconds: 10 }
/** Items no farther apart than this are neighbors. */
const NEIGHBOR_FRAMES = secondsToFrames(5)
/** No item is longer, including pauses. */
const LONGEST_ITEM_FRAMES = secondsToFrames(20)

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
    if (shorter < smallSeconds && similarity < POSSIBLY_TWO_BELOW) {
      stack.push(leftSeconds >= rightSeconds ? left : right)
    } else if (shorter >= smallSeconds && isTwoSpeakers(split, shorter, items)) {
      stack.push(left, right)
    } else {
      groups.push([...branch.items])
    }
  }
  return groups
}

function isTwoSpeakers(split: Split, shorterSideSeconds: number, items: readonly ClusterItem[]): boolean {
  const { left, right, similarity } = split
  if (similarity < TWO_BELOW) return true
  if (similarity >= TWO_IF_SEGMENTED_BELOW) return false
  const { pairs, share } = comparedPairs(left, right, items)
  if (similarity < POSSIBLY_TWO_BELOW && lowerWithin(left, right) - similarity >= SEPARATION) {
    const isVetoed =
      shorterSideSeconds < RARELY_SEPARATED.shorterSideSeconds &&
      pairs >= RARELY_SEPARATED.pairs &&
      share < RARELY_SEPARATED.share
    if (!isVetoed) return true
  }
  return pairs >= OFTEN_SEPARATED.pairs && share >= OFTEN_SEPARATED.share
}

/** Similarity inside the looser of two sides; a single item counts as being as close as the other side. */
function lowerWithin(left: Branch, right: Branch): number {
  return Math.min(
    left.withinSimilarity ?? right.withinSimilarity ?? 1,
    right.withinSimilarity ?? left.withinSimilarity ?? 1,
  )
}

/** Counts neighboring pairs with one item on each side, and the share to which the segmentation gave two speakers. */
function comparedPairs(
  left: Branch,
  right: Branch,
  items: readonly ClusterItem[],
): { pairs: number; share: number } {
  const itemsOf = (branch: Branch): ClusterItem[] =>
    Array.from(branch.items, (item) => items[item] as ClusterItem)
  const rightItems = itemsOf(right).sort((a, b) => a.startFrame - b.startFrame)
  let pairs = 0
  let apart = 0
  for (const item of itemsOf(left)) {
    const from = firstStartingFrom(rightItems, item.startFrame - NEIGHBOR_FRAMES - LONGEST_ITEM_FRAMES)
    for (let index = from; index < rightItems.length; index++) {
      const other = rightItems[index] as ClusterItem
      if (other.startFrame > item.endFrame + NEIGHBOR_FRAMES) break
      if (item.startFrame - other.endFrame > NEIGHBOR_FRAMES) continue
      pairs++
      if (item.localSpeaker !== other.localSpeaker) apart++
    }
  }
  return { pairs, share: pairs > 0 ? apart / pairs : 0 }
}

function firstStartingFrom(items: readonly ClusterItem[], startFrame: number): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle] as ClusterItem).startFrame < startFrame) low = middle + 1
    else high = middle
  }
  return low
}
