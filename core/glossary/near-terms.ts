import type { DoubtedWords, HeardWord } from './heard-words.ts'
import { MAX_WEIGHT, type PreparedTerms, type SpokenTerm } from './prepared-terms.ts'
import { lossOf, soundDistance } from './sounds/distance.ts'
import type { Term } from './term.ts'

/** Words of a paragraph that may be a term, by the indexes of the first and last word. */
export interface NearTerm {
  readonly from: number
  readonly to: number
  readonly term: Term
  /** How likely it is that the term was said, in natural logarithms of odds; at least 0. */
  readonly odds: number
}

// In natural logarithms of odds, set by judgment and tested on transcripts (docs/engine.md, "Names and
// terms").
/** Prior for any term at a place. */
const START = -0.8
/** Subtracted per differing sound (`soundDistance`). */
const UNLIKE = 2.2
/** Added if the recognizer itself capitalized the words. */
const CAPITAL = 1
/** Added for each time that the transcript has the same words without doubt, up to three times. */
const COMMON = -0.8
const COMMON_TIMES = 3
/** Added if the person has listed exactly these words under "sounds like". */
const HEARD_AS = 4

/** Maximum share of the sounds that may differ, whatever the doubt. */
const MAX_UNLIKE = 0.3
/** A place may have this many more sounds than the longest term. */
const MORE_SOUNDS = 4
const ROUNDING = 1e-9

/** Terms that were probably said in place of recognized words; places do not overlap. In reading order. */
export function nearTerms(doubted: DoubtedWords, terms: PreparedTerms, common: CommonWords): NearTerm[] {
  if (terms.spoken.length === 0) return []
  const heard = terms.read(doubted)
  const right = rightTerms(heard, terms)
  const found: NearTerm[] = []
  for (let from = 0; from < heard.length; from += 1) {
    let [sounds, length, wrong, loss] = ['', 0, 0, 0]
    const within = new Set<string>()
    for (let to = from; to < heard.length && to - from < terms.mostWords; to += 1) {
      const word = heard[to]
      if (word === undefined || word.doubt === null || (to > from && word.beginsAnew)) break
      const rightTerm = right[to]
      if (rightTerm !== undefined) within.add(rightTerm)
      const isJoined = sounds.endsWith(word.sounds.charAt(0))
      sounds += isJoined ? word.sounds.slice(1) : word.sounds
      if (sounds.length > terms.longest + MORE_SOUNDS) break
      loss += word.loss - (isJoined ? lossOf(word.sounds.charAt(0)) : 0)
      length += word.sounds.length
      wrong += word.sounds.length * word.doubt
      const doubt = wrong / length
      // Most words are those that the model is surest of, and no term is close enough to be offered for them.
      if (START + logOdds(doubt) + CAPITAL + MAX_WEIGHT < 0 && terms.heardAs.size === 0) continue
      const words = heard.slice(from, to + 1)
      const best = bestTerm({ words, sounds, loss, doubt, within: [...within] }, terms, common)
      if (best !== null) found.push({ from, to, ...best })
    }
  }
  return withoutOverlaps(found)
}

const logOdds = (share: number): number => Math.log(share / (1 - share))

/** How often the transcript has a word (`foldWord`) that the model was certain of. */
export type CommonWords = ReadonlyMap<string, number>

interface Heard {
  readonly words: readonly HeardWord[]
  readonly sounds: string
  /** The cost if all the sounds are missing. */
  readonly loss: number
  /** How likely the words are wrong, 0 to 1. */
  readonly doubt: number
  /** Correctly spelled terms that occur within the words. */
  readonly within: readonly string[]
}

function bestTerm(
  { words, sounds, loss, doubt, within }: Heard,
  terms: PreparedTerms,
  common: CommonWords,
): Pick<NearTerm, 'term' | 'odds'> | null {
  const [first] = words
  const isName = words.some(({ isCapital }) => isCapital)
  const times = isName || words.length > 1 ? 0 : (common.get(first?.key ?? '') ?? 0)
  const base = START + logOdds(doubt) + (isName ? CAPITAL : 0) + Math.min(COMMON_TIMES, times) * COMMON
  const named = terms.heardAs.get(words.map(({ key }) => key).join(' '))
  let best = named === undefined ? null : { term: named, odds: HEARD_AS }
  const reach = (base + MAX_WEIGHT) / UNLIKE + ROUNDING
  if (reach < 0) return best
  for (let at = firstOfLoss(terms.spoken, loss - reach); at < terms.spoken.length; at += 1) {
    const spoken = terms.spoken[at]
    if (spoken === undefined || spoken.loss > loss + reach) break
    if (words.length > spoken.mostWords || !within.every((key) => isPartOf(key, spoken.key))) continue
    const least = best?.odds ?? 0
    const most = Math.min(
      (base + spoken.weight - least) / UNLIKE,
      MAX_UNLIKE * Math.max(sounds.length, spoken.sounds.length),
    )
    if (most < 0 || Math.abs(loss - spoken.loss) > most + ROUNDING) continue
    const distance = soundDistance(sounds, spoken.sounds, most)
    if (distance === Infinity) continue
    const odds = base + spoken.weight - UNLIKE * distance
    if (best === null || odds > best.odds) best = { term: spoken.term, odds }
  }
  return best
}

/** The index of the first one with a loss of at least `least`. */
function firstOfLoss(spoken: readonly SpokenTerm[], least: number): number {
  let [from, to] = [0, spoken.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((spoken[middle]?.loss ?? 0) < least) from = middle + 1
    else to = middle
  }
  return from
}

/** Whether a term is part of a longer one, in which case only the longer one may still be what was said. */
const isPartOf = (key: string, longer: string): boolean =>
  key !== longer && ` ${longer} `.includes(` ${key} `)

/** For each word that is part of a correctly spelled term: the longest such term. */
function rightTerms(
  heard: readonly HeardWord[],
  { right, mostRightWords }: PreparedTerms,
): (string | undefined)[] {
  const found: (string | undefined)[] = heard.map(() => undefined)
  const mark = (from: number, to: number, key: string): void => {
    for (let at = from; at <= to; at += 1) if ((found[at]?.length ?? 0) < key.length) found[at] = key
  }
  for (let from = 0; from < heard.length; from += 1) {
    let [whole, bare] = ['', '']
    for (let to = from; to < Math.min(heard.length, from + mostRightWords); to += 1) {
      const word = heard[to]
      if (word === undefined) break
      const isFirst = to === from
      whole += isFirst ? word.wholeKey : ` ${word.key}`
      bare += isFirst ? word.key : ` ${word.key}`
      if (right.has(bare)) mark(from, to, bare)
      else if (right.has(whole)) mark(from, to, whole)
    }
  }
  return found
}

/** Of overlapping places, keeps the likeliest; on a tie the shortest, then the first. */
function withoutOverlaps(found: readonly NearTerm[]): NearTerm[] {
  const taken = new Set<number>()
  const kept: NearTerm[] = []
  const ranked = found.toSorted(
    (a, b) => b.odds - a.odds || a.to - a.from - (b.to - b.from) || a.from - b.from,
  )
  for (const near of ranked) {
    const places = Array.from({ length: near.to - near.from + 1 }, (_, index) => near.from + index)
    if (places.some((place) => taken.has(place))) continue
    for (const place of places) taken.add(place)
    kept.push(near)
  }
  return kept.sort((a, b) => a.from - b.from)
}
