import type { Word } from '../transcript/transcript.ts'
import { clipTimes } from './clip-times.ts'
import { comparableWords } from './comparable.ts'

/** Words of two passes over the same sound can match only if they start within this time of each other. */
const FARTHEST_MS = 2500
/**
 * A changed word costs slightly more than a missing one, so that a word is paired with its match rather than its
 * neighbor.
 */
const CHANGED = 1.2
const MISSING = 1
const TOO_FAR = 3

/**
 * Subtracted from a word's expected value (how much likelier it is right than wrong): a word that only one
 * pass has is kept if words of its band are right in more than two out of three cases (2p − 1 ≥ .35)
 * (measured, docs/engine.md).
 */
const PRICE = 0.35
/** Words on both sides of a longer pause are not versions of each other. */
const PAUSE_MS = 1000
/** Without confidence from the model, a word is as likely right as wrong. */
const UNKNOWN = 0.5

/** A run of both texts: the same words, or different ones. */
interface Stretch {
  readonly same: boolean
  readonly first: Word[]
  readonly second: Word[]
}

/**
 * Combines two passes over the same chunk into one text: common words are kept as in the first; where the passes
 * differ, the side with the higher expected value is taken, and the first on a tie.
 * @param first words in order of time, with the confidence of their band
 * @param second the same sound, decoded with other edges
 */
export function combineWords(first: readonly Word[], second: readonly Word[]): Word[] {
  const words = stretches(first, second).flatMap((stretch) =>
    stretch.same ? stretch.first : partsOf(stretch).flatMap(chooseSide),
  )
  return clipTimes(words)
}

function chooseSide({ first, second }: Stretch): Word[] {
  return promise(first) >= promise(second) ? first : second
}

/** Splits a run at its pauses, so that words missed by different passes are chosen separately. */
function partsOf({ first, second }: Stretch): Stretch[] {
  const firstOnes = new Set(first)
  const parts: Stretch[] = []
  let endMs = -Infinity
  for (const word of [...first, ...second].sort((a, b) => a.startMs - b.startMs)) {
    let part = parts.at(-1)
    if (part === undefined || word.startMs - endMs > PAUSE_MS) {
      parts.push((part = { same: false, first: [], second: [] }))
    }
    ;(firstOnes.has(word) ? part.first : part.second).push(word)
    endMs = Math.max(endMs, word.endMs)
  }
  return parts
}

function promise(words: readonly Word[]): number {
  return words.reduce((sum, { confidence }) => sum + 2 * (confidence ?? UNKNOWN) - 1 - PRICE, 0)
}

/** The cheapest alignment of both texts (dynamic programming from the end), as runs. */
function stretches(first: readonly Word[], second: readonly Word[]): Stretch[] {
  const names = [first, second].map((words) => words.map(({ text }) => comparableWords(text).join(' ')))
  const [a, b] = names as [string[], string[]]
  const width = second.length + 1
  const costs = new Float64Array((first.length + 1) * width)
  const costAt = (i: number, j: number): number => costs[i * width + j] as number
  const pairCost = (i: number, j: number): number => {
    const apartMs = Math.abs((first[i] as Word).startMs - (second[j] as Word).startMs)
    if (apartMs > FARTHEST_MS) return TOO_FAR
    return a[i] === b[j] ? 0 : CHANGED
  }
  for (let i = first.length; i >= 0; i--) {
    for (let j = second.length; j >= 0; j--) {
      if (i === first.length && j === second.length) continue
      let best = Infinity
      if (i < first.length) best = costAt(i + 1, j) + MISSING
      if (j < second.length) best = Math.min(best, costAt(i, j + 1) + MISSING)
      if (i < first.length && j < second.length) best = Math.min(best, costAt(i + 1, j + 1) + pairCost(i, j))
      costs[i * width + j] = best
    }
  }

  const found: Stretch[] = []
  const add = (same: boolean, one: Word | undefined, other: Word | undefined): void => {
    let last = found.at(-1)
    if (last?.same !== same) found.push((last = { same, first: [], second: [] }))
    if (one) last.first.push(one)
    if (other) last.second.push(other)
  }
  let i = 0
  let j = 0
  while (i < first.length || j < second.length) {
    const isPair =
      i < first.length && j < second.length && costAt(i, j) === costAt(i + 1, j + 1) + pairCost(i, j)
    if (isPair) {
      add(pairCost(i, j) === 0, first[i], second[j])
      i++
      j++
    } else if (i < first.length && costAt(i, j) === costAt(i + 1, j) + MISSING)
      add(false, first[i++], undefined)
    else add(false, undefined, second[j++])
  }
  return found
}
