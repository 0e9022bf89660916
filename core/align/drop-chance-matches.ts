import type { Match } from './match.ts'

/** A longer run of matching words is never a coincidence. */
const longestChance = 2
/** A run is a coincidence if both sides have this many unmatched words for each of its words. */
const unmatchedForEach = 4

/**
 * Drops runs of one or two matches among many unmatched words: a text and unrelated speech beside it share
 * words such as "the".
 */
export function dropChanceMatches(
  matches: readonly Match[],
  givenCount: number,
  recognizedCount: number,
): Match[] {
  let kept: readonly Match[] = matches
  // A dropped match widens the gap to its neighbors, so this repeats; few rounds are needed.
  for (;;) {
    const next = withoutChance(kept, givenCount, recognizedCount)
    if (next.length === kept.length) return next
    kept = next
  }
}

function withoutChance(matches: readonly Match[], givenCount: number, recognizedCount: number): Match[] {
  const kept: Match[] = []
  let from = 0
  let before = { given: -1, recognized: -1 }
  while (from < matches.length) {
    let to = from + 1
    while (to < matches.length && follows(matches[to - 1], matches[to])) to += 1
    const run = matches.slice(from, to)
    const after = matches[to] ?? { given: givenCount, recognized: recognizedCount }
    const [first, last] = [run[0], run.at(-1)]
    const isChance =
      first !== undefined &&
      last !== undefined &&
      run.length <= longestChance &&
      unmatched(before, first) >= unmatchedForEach * run.length &&
      unmatched(last, after) >= unmatchedForEach * run.length
    if (!isChance) kept.push(...run)
    before = last ?? before
    from = to
  }
  return kept
}

const follows = (a: Match | undefined, b: Match | undefined): boolean =>
  a !== undefined && b !== undefined && b.given === a.given + 1 && b.recognized === a.recognized + 1

const unmatched = (a: Match, b: Match): number => Math.max(b.given - a.given, b.recognized - a.recognized) - 1
