import { secondsToFrames } from '../../windows/frames.ts'
import { dot } from '../vectors.ts'
import type { Branch, Split } from './dendrogram.ts'
import type { ClusterItem } from './items.ts'

/*
 * Whether the two sides of a split are two speakers. The similarity between speakers depends on the room (clean .3,
 * room .4, noise .45, phone .55–.6), so the bar depends on how similar a voice is to itself in this recording. All
 * numbers measured, see docs/engine.md 5.
 */
const CONSTANT = 0.2
const SELF_WEIGHT = 0.45
/** Per natural logarithm of the shorter side's seconds, up to a limit. */
const LENGTH_WEIGHT = 0.06
const MAX_SIDE_SECONDS = 40
/** For pairs that the segmentation always separates; subtracted by the same amount if it never does. */
const SEGMENTED_WEIGHT = 0.05
const FULL_PAIRS = 8
/** Per natural logarithm of how many times shorter than a minute all speech is. */
const LITTLE_SPEECH_WEIGHT = 0.05
const LITTLE_SPEECH_SECONDS = { shortest: 3, longest: 60 }
/** Assumed similarity of a voice to itself before any pair is compared, and how many pairs that counts as. */
const EXPECTED_SELF = { similarity: 0.65, pairs: 12 }
/**
 * One voice in two moods: sides this similar, hardly more similar within, that the segmentation hardly ever
 * separates.
 */
const ONE_VOICE = { similarity: 0.6, separation: 0.12, pairs: 8, share: 0.2 }

/** Items no farther apart than this are neighbors. */
const NEIGHBOR_FRAMES = secondsToFrames(5)
/** No item is longer, including pauses. */
const MAX_ITEM_FRAMES = secondsToFrames(20)

/** Decides on the splits of one recording. */
export class SpeakerSplits {
  readonly #items: readonly ClusterItem[]
  readonly #seconds: number
  /** How similar a voice is to itself in this recording. */
  readonly selfSimilarity: number

  constructor(items: readonly ClusterItem[]) {
    this.#items = items
    this.#seconds = items.reduce((sum, item) => sum + item.seconds, 0)
    this.selfSimilarity = selfSimilarity(items)
  }

  /** @param shorterSeconds speech of the shorter side */
  isTwo({ left, right, similarity }: Split, shorterSeconds: number): boolean {
    const compared = comparedPairs(left.items, right.items, this.#items)
    const { pairs, share } = compared
    if (similarity >= this.#bar(compared, shorterSeconds)) return false
    const isOneVoice =
      similarity >= ONE_VOICE.similarity &&
      lowerWithin(left, right) - similarity < ONE_VOICE.separation &&
      pairs >= ONE_VOICE.pairs &&
      share < ONE_VOICE.share
    return !isOneVoice
  }

  /** The similarity of two sides from which on they are one speaker. Sides are indexes of items. */
  barBetween(left: readonly number[], right: readonly number[]): number {
    const secondsOf = (side: readonly number[]): number =>
      side.reduce((sum, index) => sum + (this.#items[index]?.seconds ?? 0), 0)
    return this.#bar(comparedPairs(left, right, this.#items), Math.min(secondsOf(left), secondsOf(right)))
  }

  #bar({ pairs, share }: ComparedPairs, shorterSeconds: number): number {
    const { shortest, longest } = LITTLE_SPEECH_SECONDS
    const speech = Math.min(longest, Math.max(shortest, this.#seconds))
    return (
      CONSTANT +
      SELF_WEIGHT * this.selfSimilarity +
      LENGTH_WEIGHT * Math.log(Math.min(shorterSeconds, MAX_SIDE_SECONDS)) +
      ((2 * SEGMENTED_WEIGHT * (share - 0.5)) / FULL_PAIRS) * Math.min(pairs, FULL_PAIRS) +
      LITTLE_SPEECH_WEIGHT * Math.log(longest / speech)
    )
  }
}

/**
 * Mean similarity of neighboring items of one local speaker, drawn towards the expected value if there are
 * few.
 */
function selfSimilarity(items: readonly ClusterItem[]): number {
  let sum = EXPECTED_SELF.similarity * EXPECTED_SELF.pairs
  let pairs = EXPECTED_SELF.pairs
  for (const its of Map.groupBy(items, (item) => item.localSpeaker).values()) {
    const inTime = its.toSorted((a, b) => a.startFrame - b.startFrame)
    for (const [index, item] of inTime.entries()) {
      for (let next = index + 1; next < inTime.length; next++) {
        const other = inTime[next] as ClusterItem
        if (other.startFrame - item.endFrame > NEIGHBOR_FRAMES) break
        sum += dot(item.vector, other.vector)
        pairs++
      }
    }
  }
  return sum / pairs
}

/** Similarity inside the looser of two sides; a single item counts as being as close as the other side. */
function lowerWithin(left: Branch, right: Branch): number {
  return Math.min(
    left.withinSimilarity ?? right.withinSimilarity ?? 1,
    right.withinSimilarity ?? left.withinSimilarity ?? 1,
  )
}

interface ComparedPairs {
  /** Neighboring pairs with one item on each side. */
  readonly pairs: number
  /** Share of them that the segmentation assigns to two speakers. */
  readonly share: number
}

function comparedPairs(
  left: Iterable<number>,
  right: Iterable<number>,
  items: readonly ClusterItem[],
): ComparedPairs {
  const itemsOf = (side: Iterable<number>): ClusterItem[] =>
    Array.from(side, (item) => items[item] as ClusterItem)
  const rightItems = itemsOf(right).sort((a, b) => a.startFrame - b.startFrame)
  let pairs = 0
  let apart = 0
  for (const item of itemsOf(left)) {
    const from = firstStartingFrom(rightItems, item.startFrame - NEIGHBOR_FRAMES - MAX_ITEM_FRAMES)
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
