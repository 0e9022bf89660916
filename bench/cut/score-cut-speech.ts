import { comparableText } from '../scoring/comparable-text.ts'
import { alignWords } from '../scoring/word-errors.ts'
import type { RandomCut } from './random-cuts.ts'

/** Counts over the words that were really said. */
export interface CutSpeechScore {
  readonly cuts: number
  /** Kept words beside a join, those of them that are recognized in the whole recording, and in the cut. */
  readonly beside: number
  readonly besideWhole: number
  readonly besideFound: number
  /** The same of other kept words. */
  readonly others: number
  readonly othersWhole: number
  readonly othersFound: number
  readonly cutWords: number
  /** Cut words that are recognized again at their join. */
  readonly stillHeard: number
}

export const NO_CUT_SPEECH: CutSpeechScore = {
  cuts: 0,
  beside: 0,
  besideWhole: 0,
  besideFound: 0,
  others: 0,
  othersWhole: 0,
  othersFound: 0,
  cutWords: 0,
  stillHeard: 0,
}

export interface CutSpeech {
  /** As it was said. */
  readonly said: readonly string[]
  /** As recognized in the whole recording: places of these are cut. */
  readonly words: readonly string[]
  readonly cuts: readonly RandomCut[]
  /** As recognized in the cut. */
  readonly heard: readonly string[]
}

export function scoreCutSpeech({ said, words, cuts, heard }: CutSpeech): CutSpeechScore {
  const truth = said.flatMap((word) => comparableText(word))
  const whole = words.flatMap((word, place) => comparableText(word).map((token) => ({ token, place })))
  /** The cut of each recognized word. */
  const cutOf = new Map(
    cuts.flatMap((cut) =>
      Array.from({ length: cut.to - cut.from + 1 }, (_, at) => [cut.from + at, cut] as const),
    ),
  )
  /** By what was said; undefined: no recognized word stands for it, so it cannot be told whether it is cut. */
  const places: (number | undefined)[] = truth.map(() => undefined)
  const isFoundWhole = truth.map(() => false)
  const wholeTokens = whole.map(({ token }) => token)
  for (const { reference, hypothesis } of alignWords(truth, wholeTokens)) {
    if (reference === null || hypothesis === null) continue
    places[reference] = whole[hypothesis]?.place
    isFoundWhole[reference] = truth[reference] === wholeTokens[hypothesis]
  }
  const isCut = (at: number): boolean => cutOf.has(places[at] ?? -1)
  const kept = truth.flatMap((token, at) => (isCut(at) ? [] : [{ token, at }]))
  const found = new Set<number>()
  /** What was heard without being kept, by the kept word before it. */
  const added = new Map<number, string[]>()
  const heardTokens = heard.flatMap((word) => comparableText(word))
  let before = -1
  for (const { reference, hypothesis } of alignWords(
    kept.map(({ token }) => token),
    heardTokens,
  )) {
    const own = reference === null ? undefined : kept[reference]
    const other = hypothesis === null ? undefined : heardTokens[hypothesis]
    if (own !== undefined && own.token === other) found.add(own.at)
    else if (other !== undefined) added.set(before, [...(added.get(before) ?? []), other])
    if (own !== undefined) before = own.at
  }
  const known = kept.filter(({ at }) => places[at] !== undefined)
  const isBeside = ({ at }: { readonly at: number }): boolean => {
    const place = places[at] ?? -1
    return cutOf.has(place - 1) || cutOf.has(place + 1)
  }
  const [beside, others] = [known.filter(isBeside), known.filter((word) => !isBeside(word))]
  const cutTokens = truth.flatMap((token, at) => (isCut(at) ? [{ token, at }] : []))
  /** The kept words before the cut of a word. */
  const keptBefore = (at: number): number[] => {
    const next = kept.findIndex((word) => word.at > at)
    const end = next === -1 ? kept.length : next
    return [kept[end - 1]?.at ?? -1, kept[end - 2]?.at ?? -1]
  }
  const count = (list: readonly { readonly at: number }[], has: (at: number) => boolean): number =>
    list.filter(({ at }) => has(at)).length
  return {
    cuts: cuts.length,
    beside: beside.length,
    besideWhole: count(beside, (at) => isFoundWhole[at] === true),
    besideFound: count(beside, (at) => found.has(at)),
    others: others.length,
    othersWhole: count(others, (at) => isFoundWhole[at] === true),
    othersFound: count(others, (at) => found.has(at)),
    cutWords: cutTokens.length,
    stillHeard: cutTokens.filter(({ token, at }) =>
      keptBefore(at).some((place) => added.get(place)?.includes(token) === true),
    ).length,
  }
}
