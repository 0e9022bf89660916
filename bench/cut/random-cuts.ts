import type { Word } from '#core/transcript/transcript'

/** Words of one paragraph that are cut together: places in all words, both included. */
export interface RandomCut {
  readonly from: number
  readonly to: number
}

const MAX_WORDS = 4
/** Kept words between two cuts, so that each join can be told from the next. */
const MIN_APART = 6
const MAX_APART = 12

/** Cuts of one to four words all over a text, the same ones for the same seed. */
export function randomCuts(paragraphs: readonly (readonly Word[])[], seed: number): RandomCut[] {
  let state = seed
  /** From 0 to below `below`, by Park and Miller's generator. */
  const random = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  const cuts: RandomCut[] = []
  let first = 0
  let next = MIN_APART
  for (const words of paragraphs) {
    const end = first + words.length
    while (next < end) {
      const from = Math.max(next, first)
      const to = Math.min(end - 1, from + random(MAX_WORDS))
      cuts.push({ from, to })
      next = to + 1 + MIN_APART + random(MAX_APART - MIN_APART)
    }
    first = end
  }
  return cuts
}
