import { alignTexts } from '../words/align/align.ts'
import { similarPairs } from '../words/align/pairs.ts'
import { dropChanceMatches } from './drop-chance-matches.ts'
import type { Gap, Match, MatchedSide } from './match.ts'
import { slideGaps } from './slide-gaps.ts'

/** Larger gaps hold two different texts, in which equal words would be a coincidence. */
const mostCompared = 10_000

/**
 * Which words of a text are which recognized words; increasing on both sides.
 * 1. The longest common subsequence, split at words that occur once on each side (`alignTexts`): 20,000 words
 *   need
 *    neither a table of 400 million cells nor seconds.
 * 2. Between those, words that are spelled alike.
 * 3. Isolated matches among many unmatched words are coincidences and are dropped.
 * 4. Where an unmatched run could be shifted by equal words at its ends, it is placed at the start of a
 *   sentence.
 */
export function matchWords(given: MatchedSide, recognized: MatchedSide): Match[] {
  const equal = alignTexts(given.keys, recognized.keys).map((match): Match => ({
    given: match.old,
    recognized: match.new,
  }))
  const alike = gapsOf(equal, given.keys.length, recognized.keys.length).flatMap((gap) =>
    alikeIn(given.keys, recognized.keys, gap),
  )
  const all = [...equal, ...alike].toSorted((a, b) => a.given - b.given)
  return slideGaps(dropChanceMatches(all, given.keys.length, recognized.keys.length), given, recognized)
}

/** The gaps before, between and after matches: one more than there are matches. */
export function gapsOf(matches: readonly Match[], givenCount: number, recognizedCount: number): Gap[] {
  let givenFrom = 0
  let recognizedFrom = 0
  const ends = [...matches, { given: givenCount, recognized: recognizedCount }]
  return ends.map((end) => {
    const gap = { givenFrom, givenTo: end.given, recognizedFrom, recognizedTo: end.recognized }
    givenFrom = end.given + 1
    recognizedFrom = end.recognized + 1
    return gap
  })
}

function alikeIn(given: readonly string[], recognized: readonly string[], gap: Gap): Match[] {
  const { givenFrom, givenTo, recognizedFrom, recognizedTo } = gap
  const cells = (givenTo - givenFrom) * (recognizedTo - recognizedFrom)
  if (cells === 0 || cells > mostCompared) return []
  const pairs = similarPairs(given, recognized, {
    oldFrom: givenFrom,
    oldTo: givenTo,
    newFrom: recognizedFrom,
    newTo: recognizedTo,
  })
  return pairs.map(([old, place]) => ({ given: old, recognized: place }))
}
