import { matchWords } from '../align/match-words.ts'
import { similarity } from '../words/align/fold.ts'
import { comparableWords } from '../words/comparable.ts'
import type { JoinToRecognize, JoinWord } from './joins-to-recognize.ts'

/** What is wrong at a join, as ids of words in order; both empty if nothing is. */
export interface JoinFaults {
  /** Kept words that are recognized in the whole recording, and no longer in the cut. */
  readonly clipped: readonly string[]
  /** Cut words that are still recognized in the cut. */
  readonly heard: readonly string[]
}

export const NO_FAULTS: JoinFaults = { clipped: [], heard: [] }

/** A word may be clipped that ends, or begins, so far from the cut at most, in ms. */
const BESIDE_MS = 400
/** Shorter words are left out of texts too often, in ms. */
const SHORTEST_MS = 100
/** So many words on each side may be clipped. */
const MOST_CLIPPED = 2
/** So many cut words at each end may still be heard. */
const MOST_HEARD = 3
/** Of the other words such a share must be recognized in both, else the recognizer wrote something else. */
const LEAST_FOUND = 0.6
/** Texts that share such a part of their letters are one text, written otherwise. */
const ALIKE = 0.6

interface Token {
  readonly text: string
  /** Place of its word. */
  readonly place: number
}

/**
 * Compares what is recognized around a join with the words there. `whole`, `cut`: the texts of the recording with what is cut
 * and without it. Null: they differ so much that nothing can be said.
 */
export function judgeJoin(
  join: Pick<JoinToRecognize, 'startMs' | 'endMs' | 'words'>,
  whole: string,
  cut: string,
): JoinFaults | null {
  const { words } = join
  const all = tokensOf(words, () => true)
  const kept = tokensOf(words, ({ side }) => side !== 'cut')
  const inWhole = found(all, comparableWords(whole))
  const cutTexts = comparableWords(cut)
  const inCut = found(kept, cutTexts)
  const missing = (place: number): boolean => inWhole.has(place) && !inCut.has(place)
  const beside = [besideOf(join, 'before'), besideOf(join, 'after')]
  const near = new Set(beside.flat())
  const others = words.flatMap(({ side }, place) =>
    side !== 'cut' && !near.has(place) && inWhole.has(place) ? [place] : [],
  )
  const isOther = others.filter((place) => inCut.has(place)).length < LEAST_FOUND * others.length
  if (isOther || inWhole.size === 0) return null
  const clipped = beside
    .flatMap((places) => untilHeard(places, missing))
    .filter((place) => isLong(words[place]) && !isWrittenOtherwise(place, kept, cutTexts))
  return {
    clipped: idsOf(words, clipped),
    heard: idsOf(words, stillHeard(words, { kept, cutTexts, inWhole })),
  }
}

/** A word that a person struck is never missed. */
const isLong = (word: JoinWord | undefined): boolean =>
  word !== undefined && !word.isStruck && word.endMs - word.startMs >= SHORTEST_MS

const idsOf = (words: readonly JoinWord[], places: readonly number[]): string[] =>
  places.toSorted((a, b) => a - b).flatMap((place) => words[place]?.id ?? [])

const tokensOf = (words: readonly JoinWord[], isOf: (word: JoinWord) => boolean): Token[] =>
  words.flatMap((word, place) =>
    isOf(word) ? comparableWords(word.text).map((text) => ({ text, place })) : [],
  )

const matchesOf = (tokens: readonly Token[], texts: readonly string[]) =>
  matchWords(
    { keys: tokens.map(({ text }) => text), isStart: () => false },
    { keys: texts, isStart: () => false },
  )

/** Places of words all of whose tokens are in a text, in order. */
function found(tokens: readonly Token[], texts: readonly string[]): Set<number> {
  const matched = new Set(matchesOf(tokens, texts).map(({ given }) => given))
  const lost = new Set(tokens.flatMap(({ place }, at) => (matched.has(at) ? [] : place)))
  return new Set(tokens.flatMap(({ place }) => (lost.has(place) ? [] : place)))
}

/** Places of the words that a cut may clip on one side, the nearest first. */
function besideOf(
  { startMs, endMs, words }: Pick<JoinToRecognize, 'startMs' | 'endMs' | 'words'>,
  side: 'before' | 'after',
): number[] {
  const places = words.flatMap((word, place) => {
    const isNear = side === 'before' ? word.endMs >= startMs - BESIDE_MS : word.startMs <= endMs + BESIDE_MS
    return word.side === side && isNear && comparableWords(word.text).length > 0 ? [place] : []
  })
  return (side === 'before' ? places.toReversed() : places).slice(0, MOST_CLIPPED)
}

/** From the join outward, up to the first word that is not missing. */
function untilHeard(places: readonly number[], isMissing: (place: number) => boolean): readonly number[] {
  const end = places.findIndex((place) => !isMissing(place))
  return end < 0 ? places : places.slice(0, end)
}

/** Whether the cut has something like the word where it should be: "every one" for "everyone". */
function isWrittenOtherwise(place: number, kept: readonly Token[], texts: readonly string[]): boolean {
  const matches = matchesOf(kept, texts)
  const at = kept.findIndex((token) => token.place === place)
  const before = matches.findLast(({ given }) => given < at)
  const after = matches.find(({ given }) => given > at)
  const own = kept.slice((before?.given ?? -1) + 1, after?.given).map(({ text }) => text)
  const other = texts.slice((before?.recognized ?? -1) + 1, after?.recognized)
  return similarity(own.join(''), other.join('')) >= ALIKE
}

interface Compared {
  readonly kept: readonly Token[]
  readonly cutTexts: readonly string[]
  readonly inWhole: ReadonlySet<number>
}

/** Places of cut words that stand at the join in the cut, beside all that is kept. */
function stillHeard(words: readonly JoinWord[], { kept, cutTexts, inWhole }: Compared): number[] {
  const cut = words.flatMap(({ side }, place) => (side === 'cut' ? [place] : []))
  const ends = new Set([...cut.slice(0, MOST_HEARD), ...cut.slice(-MOST_HEARD)])
  const joinAt = kept.findIndex(({ place }) => words[place]?.side === 'after')
  const after = joinAt < 0 ? kept.length : joinAt
  const matches = matchesOf(kept, cutTexts)
  const matched = new Set(matches.map(({ recognized }) => recognized))
  // Of two equal words, one kept and one cut, either may be matched.
  const from = matches.findLast(({ given }) => given < after - 1)?.recognized ?? -1
  const to = matches.find(({ given }) => given > after)?.recognized ?? cutTexts.length
  const left = cutTexts.flatMap((text, at) => (at > from && at < to && !matched.has(at) ? text : []))
  return [...ends].filter((place) => {
    if (!inWhole.has(place)) return false
    const own = comparableWords(words[place]?.text ?? '')
    const at = own.map((text) => left.indexOf(text))
    if (own.length === 0 || at.includes(-1)) return false
    for (const text of own) left.splice(left.indexOf(text), 1)
    return true
  })
}
