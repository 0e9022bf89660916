/** In every ten seconds one person speaks for seven, two words per second. */
const ROUND = 10
const SPOKEN = 7
const BETWEEN = 0.5

/** A span of a recording in s; `to` is excluded. */
export interface Seconds {
  readonly from: number
  readonly to: number
}

interface CountedWord {
  readonly text: string
  /** In s from the start of the recording. */
  readonly at: number
}

/**
 * What the engine without models recognizes in a span: words that contain their time (`At20x0 at20x5 …
 * at26x5.`), one sentence and one paragraph for each speech region. The same span always has the same words,
 * however it is cut.
 */
export function countedWords({ from, to }: Seconds): CountedWord[] {
  const words: CountedWord[] = []
  for (let step = Math.ceil(from / BETWEEN); step * BETWEEN < to; step += 1) {
    const at = step * BETWEEN
    const inRound = at % ROUND
    if (inRound >= SPOKEN) continue
    const name = `at${at.toFixed(1).replace('.', 'x')}`
    const first = inRound === 0 ? `A${name.slice(1)}` : name
    words.push({ text: inRound + BETWEEN >= SPOKEN ? `${first}.` : first, at })
  }
  return words
}

/** What another model recognizes there: other words at even seconds (`Other20x0 at20x5 … other22x0`). */
export function otherWords(span: Seconds): CountedWord[] {
  return countedWords(span).map(({ text, at }) => ({
    text:
      at % 2 === 0
        ? text.replace(/^(a)t|^At/u, (_, small) => (small === undefined ? 'Other' : 'other'))
        : text,
    at,
  }))
}

/** Speech regions within a span. */
export function spokenWithin({ from, to }: Seconds): Seconds[] {
  const stretches: Seconds[] = []
  for (let round = Math.floor(from / ROUND); round * ROUND < to; round += 1) {
    const stretch = { from: Math.max(from, round * ROUND), to: Math.min(to, round * ROUND + SPOKEN) }
    if (stretch.to > stretch.from) stretches.push(stretch)
  }
  return stretches
}
