import type { TimeSpan } from '#core/transcript/time-span'

/** A word whose times are known. */
export interface KnownWord extends TimeSpan {
  readonly text: string
  readonly speaker: string
}

/** `well`: between words; `clipping`: without half or more of a kept word; `leftover`: with most of a cut word at an end. */
export type Placing = 'well' | 'clipping' | 'leftover'

export interface PlacedCut extends TimeSpan {
  readonly placing: Placing
  /** Whether there is a pause at both ends, so that it is certain where words begin and end. */
  readonly isInPauses: boolean
  /** Words that are cut: places, both included. */
  readonly from: number
  readonly to: number
  /** Place of the word that is clipped, or still heard; null where the cut is placed well. */
  readonly faulty: number | null
}

const PAUSE_MS = 60
const MOST_WORDS = 6
/** Words that are clipped or left over are as long at least. */
const LEAST_WORD_MS = 150
/** Of which so much is clipped at least, and so much at most. */
const CLIPPED = [0.5, 0.9] as const
/** Of which so much is still heard at least. */
const LEFT_OVER = [0.75, 1] as const

/** So many cuts of each placing in words that follow one another: half of them well, the others clipping or with leftovers. */
export function placedCuts(
  words: readonly KnownWord[],
  {
    isInPauses,
    count,
    random,
  }: { readonly isInPauses: boolean; readonly count: number; readonly random: () => number },
): PlacedCut[] {
  const places = shuffled(spansOf(words, isInPauses), random)
  const between = ([low, high]: readonly [number, number]): number => low + (high - low) * random()
  const cuts: PlacedCut[] = []
  for (const { from, to } of places) {
    if (cuts.length === count) break
    const placing = (['well', 'clipping', 'well', 'leftover'] as const)[cuts.length % 4] ?? 'well'
    const [before, first, last, after] = [words[from - 1], words[from], words[to], words[to + 1]]
    if (before === undefined || first === undefined || last === undefined || after === undefined) continue
    const well = { startMs: (before.endMs + first.startMs) / 2, endMs: (last.endMs + after.startMs) / 2 }
    const isAtStart = random() < 0.5
    const cut = { placing, isInPauses, from, to, faulty: null, ...well }
    if (placing === 'well') {
      cuts.push(cut)
      continue
    }
    const isClipping = placing === 'clipping'
    if (!isClipping && to === from) continue
    const [word, faulty] = isClipping
      ? isAtStart
        ? [before, from - 1]
        : [after, to + 1]
      : isAtStart
        ? [first, from]
        : [last, to]
    const ms = between(isClipping ? CLIPPED : LEFT_OVER) * (word.endMs - word.startMs)
    if (word.endMs - word.startMs < LEAST_WORD_MS) continue
    if (isAtStart) cuts.push({ ...cut, faulty, startMs: isClipping ? word.endMs - ms : word.startMs + ms })
    else cuts.push({ ...cut, faulty, endMs: isClipping ? word.startMs + ms : word.endMs - ms })
  }
  return cuts
}

/** Runs of words of one speaker with a word of the same on each side. */
function spansOf(words: readonly KnownWord[], isInPauses: boolean): { from: number; to: number }[] {
  const gapAfter = (place: number): number => (words[place + 1]?.startMs ?? 0) - (words[place]?.endMs ?? 0)
  const spans: { from: number; to: number }[] = []
  for (let from = 1; from < words.length; from += 1)
    for (let to = from; to < Math.min(words.length - 1, from + MOST_WORDS); to += 1) {
      const own = words.slice(from - 1, to + 2)
      const arePauses = [gapAfter(from - 1), gapAfter(to)].map((gap) => gap >= PAUSE_MS)
      const isWanted = isInPauses ? arePauses.every(Boolean) : !arePauses.some(Boolean)
      if (isWanted && new Set(own.map(({ speaker }) => speaker)).size === 1) spans.push({ from, to })
    }
  return spans
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
