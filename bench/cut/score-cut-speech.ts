import { comparableText } from '../scoring/comparable-text.ts'
import { alignWords } from '../scoring/word-errors.ts'
import type { RandomCut } from './random-cuts.ts'

/** Counts over the recognized words of the whole recording. */
export interface CutSpeechScore {
  readonly cuts: number
  readonly beside: number
  readonly besideFound: number
  readonly others: number
  readonly othersFound: number
  readonly cutWords: number
  /** Cut words that are recognized again at their join. */
  readonly stillHeard: number
}

export const NO_CUT_SPEECH: CutSpeechScore = {
  cuts: 0,
  beside: 0,
  besideFound: 0,
  others: 0,
  othersFound: 0,
  cutWords: 0,
  stillHeard: 0,
}

/** `words`: as recognized in the whole recording. `heard`: as recognized in the cut. */
export function scoreCutSpeech(
  words: readonly string[],
  cuts: readonly RandomCut[],
  heard: readonly string[],
): CutSpeechScore {
  const isCut = new Set(
    cuts.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)),
  )
  const beside = new Set(cuts.flatMap(({ from, to }) => [from - 1, to + 1]).filter((at) => !isCut.has(at)))
  // Each comparable token with the place of its word.
  const tokens = words.flatMap((word, place) => comparableText(word).map((token) => ({ token, place })))
  const kept = tokens.filter(({ place }) => !isCut.has(place))
  const said = heard.flatMap((word) => comparableText(word))
  const lost = new Set<number>()
  /** What was heard without being kept, by the place of the kept word before it. */
  const added = new Map<number, string[]>()
  let before = -1
  for (const { reference, hypothesis } of alignWords(
    kept.map(({ token }) => token),
    said,
  )) {
    const own = reference === null ? null : kept[reference]
    const other = hypothesis === null ? null : said[hypothesis]
    if (own && own.token !== other) lost.add(own.place)
    if (other && own?.token !== other) added.set(before, [...(added.get(before) ?? []), other])
    if (own) before = own.place
  }
  const found = (places: Iterable<number>): number => [...places].filter((place) => !lost.has(place)).length
  const others = words.flatMap((_, place) => (isCut.has(place) || beside.has(place) ? [] : [place]))
  const stillHeard = cuts.flatMap(({ from, to }) => {
    const around = [...(added.get(from - 1) ?? []), ...(added.get(from - 2) ?? [])]
    return words
      .slice(from, to + 1)
      .filter((word) => comparableText(word).some((token) => around.includes(token)))
  })
  return {
    cuts: cuts.length,
    beside: [...beside].filter((place) => place >= 0 && place < words.length).length,
    besideFound: found([...beside].filter((place) => place >= 0 && place < words.length)),
    others: others.length,
    othersFound: found(others),
    cutWords: isCut.size,
    stillHeard: stillHeard.length,
  }
}
