import { secondsToFrames } from '../../windows/frames.ts'
import { type Branch, type Split, dendrogram } from './dendrogram.ts'
import type { ClusterItem } from './items.ts'
import type { Merge } from './linkage.ts'

/*
 * How many speakers there are. The similarity between speakers depends on the room (clean .3, room .4, noise
 * .45, phone .55–.6), so no one threshold will do: a split must also stand out from the similarity within its
 * sides, or be seen by the segmentation. All numbers measured, see docs/engine.md.
 */
const SURELY_TWO_BELOW = 0.52
const MAYBE_TWO_BELOW = 0.66
const TWO_IF_SEGMENTED_BELOW = 0.72
/** By so much the sides must be closer in themselves than to each other. */
const SEPARATION = 0.11

/** The segmentation makes two of one: so many neighboring pairs, and this share of them told apart. */
const TOLD_APART = { pairs: 6, share: 0.75 }
/** The segmentation makes one of two where a side is short: so many pairs, under this share told apart. */
const NOT_TOLD_APART = { pairs: 5, share: 0.15, shorterSideSeconds: 10 }
/** Items so near to each other are neighbors. */
const NEIGHBOUR_FRAMES = secondsToFrames(5)
/** No item is longer, pauses included. */
const LONGEST_ITEM_FRAMES = secondsToFrames(20)

/**
 * Groups of items, one a speaker, found by walking the dendrogram from its root. A side with less speech
 * than `smallSeconds` is no speaker: it is peeled off the other side, or kept with it where they are alike.
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
    if (shorter < smallSeconds && similarity < MAYBE_TWO_BELOW) {
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
  if (similarity < SURELY_TWO_BELOW) return true
  if (similarity >= TWO_IF_SEGMENTED_BELOW) return false
  const { pairs, share } = comparedPairs(left, right, items)
  if (similarity < MAYBE_TWO_BELOW && lowerWithin(left, right) - similarity >= SEPARATION) {
    const isVetoed =
      shorterSideSeconds < NOT_TOLD_APART.shorterSideSeconds &&
      pairs >= NOT_TOLD_APART.pairs &&
      share < NOT_TOLD_APART.share
    if (!isVetoed) return true
  }
  return pairs >= TOLD_APART.pairs && share >= TOLD_APART.share
}

/** Similarity inside the looser of two sides; a single item is as close in itself as the other side. */
function lowerWithin(left: Branch, right: Branch): number {
  return Math.min(
    left.withinSimilarity ?? right.withinSimilarity ?? 1,
    right.withinSimilarity ?? left.withinSimilarity ?? 1,
  )
}

/** Of the neighboring pairs with an item on each side: the share to which the segmentation gave two speakers. */
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
    const from = firstStartingFrom(rightItems, item.startFrame - NEIGHBOUR_FRAMES - LONGEST_ITEM_FRAMES)
    for (let index = from; index < rightItems.length; index++) {
      const other = rightItems[index] as ClusterItem
      if (other.startFrame > item.endFrame + NEIGHBOUR_FRAMES) break
      if (item.startFrame - other.endFrame > NEIGHBOUR_FRAMES) continue
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
