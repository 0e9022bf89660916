import type { Match, MatchedSide } from './match.ts'

const farthest = 50

/**
 * Moves runs of words that only one side has to the start of a sentence. In "the dog. The cat. The bird",
 * with "The cat." unspoken, either "The" may be the spoken one: matches alone cannot decide.
 */
export function slideGaps(matches: readonly Match[], given: MatchedSide, recognized: MatchedSide): Match[] {
  const givenMoved = slideOneSide(
    matches.map((match) => ({ own: match.given, other: match.recognized })),
    given,
  )
  return slideOneSide(
    givenMoved.map(({ own, other }) => ({ own: other, other: own })),
    recognized,
  ).map(({ own, other }) => ({ given: other, recognized: own }))
}

interface Pair {
  own: number
  readonly other: number
}

/** Slides runs of this side's unmatched words where the other side has no words in between. */
function slideOneSide(pairs: Pair[], { keys, isStart }: MatchedSide): Pair[] {
  for (let at = 1; at < pairs.length; at += 1) {
    const [left, right] = [pairs[at - 1], pairs[at]]
    if (left === undefined || right === undefined) continue
    if (right.other !== left.other + 1 || right.own <= left.own + 1) continue
    const run = { from: left.own + 1, to: right.own }
    const shift = bestShift(pairs, at, run, keys, isStart)
    moveRun(pairs, at, run, shift)
  }
  return pairs
}

interface Run {
  readonly from: number
  readonly to: number
}

function bestShift(
  pairs: readonly Pair[],
  at: number,
  { from, to }: Run,
  keys: readonly string[],
  isStart: (index: number) => boolean,
): number {
  const fit = (shift: number): number => Number(isStart(from + shift)) + Number(isStart(to + shift))
  let best = 0
  let most = fit(0)
  const consider = (shift: number): void => {
    if (fit(shift) <= most) return
    most = fit(shift)
    best = shift
  }
  for (let shift = 1; shift <= farthest; shift += 1) {
    // The word before the run is matched by its last word instead.
    if (pairs[at - shift]?.own !== from - shift || keys[from - shift] !== keys[to - shift]) break
    consider(-shift)
  }
  for (let shift = 1; shift <= farthest; shift += 1) {
    if (pairs[at + shift - 1]?.own !== to + shift - 1 || keys[to + shift - 1] !== keys[from + shift - 1])
      break
    consider(shift)
  }
  return best
}

function moveRun(pairs: Pair[], at: number, { from, to }: Run, shift: number): void {
  const length = to - from
  for (let step = 1; step <= -shift; step += 1) {
    const pair = pairs[at - step]
    if (pair !== undefined) pair.own += length
  }
  for (let step = 1; step <= shift; step += 1) {
    const pair = pairs[at + step - 1]
    if (pair !== undefined) pair.own -= length
  }
}
