import { gapProblems } from '../caption-problems.ts'
import { type CueProblem, cueProblems } from '../cue-problems.ts'
import type { CaptionRules } from '../caption-rules.ts'
import type { Cue } from '../cues.ts'
import { problemKinds } from '../problems/problem-kinds.ts'
import { type Shots, shotsOf } from '../shots/shots.ts'
import { type CueFix, type FixPlace, weightOf } from './cue-fix.ts'

/**
 * Moves the start and the end of a cue to where the rules want them at shot changes, with the neighbor's edge where both
 * have to move. No other rule may be broken for it, or broken more.
 */
export const snapToShots: CueFix = (place) => {
  const shots = shotsOf(place.rules)
  if (shots === null) return null
  const { before, cue, after } = place
  const atStart = snapBorder({ first: before, second: cue, latestMs: after?.startMs }, place, shots)
  const started = atStart?.second ?? cue
  const atEnd = snapBorder({ first: started, second: after }, place, shots)
  if (atStart === null && atEnd === null) return null
  return {
    cues: [atEnd?.first ?? started],
    ...changed('before', before, atStart?.first),
    ...changed('after', after, atEnd?.second),
  }
}

const changed = <Key extends string>(
  key: Key,
  was: Cue | undefined,
  is: Cue | undefined,
): Partial<Record<Key, Cue>> =>
  // The compiler does not know that the only member is the key.
  is === undefined || is === was ? {} : ({ [key]: is } as Partial<Record<Key, Cue>>)

/** Where one cue ends and the next one starts; one of them is missing at the first and after the last. */
interface Border {
  readonly first: Cue | undefined
  readonly second: Cue | undefined
  /** When the cue after the second one starts. */
  readonly latestMs?: number | undefined
}

/** The best border of those allowed; null if it stays. */
function snapBorder(border: Border, { rules, untilMs }: FixPlace, shots: Shots): Border | null {
  const { first, second, latestMs = Infinity } = border
  const was = judged(border, rules)
  if (was.shots === 0) return null
  const { startMs, endMs: nextEndMs = 0 } = second ?? {}
  const { startMs: firstMs = 0, endMs } = first ?? {}
  const newStarts = startMs === undefined ? [] : shots.startsFor(startMs)
  const newEnds =
    endMs === undefined ? [] : [...shots.endsFor(endMs), ...followingEnds(border, newStarts, rules, shots)]
  const starts = [startMs, ...newStarts.filter((ms) => ms >= firstMs && ms < nextEndMs && ms <= latestMs)]
  const ends = [endMs, ...newEnds.filter((ms) => ms > firstMs && ms <= untilMs)]
  let best: { readonly border: Border; readonly shots: number } | null = null
  for (const start of starts) {
    for (const end of ends) {
      const moved = { first: withEnd(first, end), second: withStart(second, start) }
      const { shots: left, others } = judged(moved, rules)
      // Of equally good places, the first one by the rules is taken; edges that need not move stay.
      if (left >= (best?.shots ?? was.shots) - LEAST || isWorse(others, was.others)) continue
      best = { border: moved, shots: left }
    }
  }
  return best?.border ?? null
}

/** One frame, at the lowest rate: gaps in ms are rounded. */
const ROUNDED_MS = 45

/** Ends with the least gap before a new start, moved no farther than that and the gap. */
function followingEnds(
  { first, second }: Border,
  newStarts: readonly number[],
  { gapMs }: CaptionRules,
  shots: Shots,
): number[] {
  if (first === undefined || second === undefined) return []
  return newStarts.flatMap((startMs) => {
    const endMs = shots.endBefore(startMs)
    const mostMs = Math.abs(startMs - second.startMs) + gapMs + ROUNDED_MS
    return Math.abs(endMs - first.endMs) <= mostMs ? [endMs] : []
  })
}

/** The problems of a border. */
interface Judged {
  /** Weight of those at shots. */
  readonly shots: number
  /** By cue and kind: how far each is beyond its limit, and more than 0 if it exists at all. */
  readonly others: ReadonlyMap<string, number>
}

/** Sums of shares differ by less than this when they are equal. */
const LEAST = 1e-9

const isWorse = (others: Judged['others'], was: Judged['others']): boolean =>
  [...others].some(([key, excess]) => excess > (was.get(key) ?? 0) + LEAST)

function judged({ first, second }: Border, rules: CaptionRules): Judged {
  let shots = 0
  const others = new Map<string, number>()
  const add = (side: string, problems: readonly CueProblem[]): void => {
    for (const problem of problems) {
      const key = `${side} ${problem.kind}`
      if (isAboutShots(problem)) shots += weightOf([problem])
      else others.set(key, (others.get(key) ?? 0) + 1 + Math.abs(problem.value - problem.limit))
    }
  }
  if (first !== undefined) add('first', [...cueProblems(first, rules), ...gapProblems(first, second, rules)])
  if (second !== undefined) add('second', cueProblems(second, rules))
  return { shots, others }
}

export const isAboutShots = ({ kind }: Pick<CueProblem, 'kind'>): boolean =>
  problemKinds[kind].about === 'shot'

const withEnd = (cue: Cue | undefined, endMs: number | undefined): Cue | undefined =>
  cue === undefined || endMs === undefined || cue.endMs === endMs ? cue : { ...cue, endMs }

const withStart = (cue: Cue | undefined, startMs: number | undefined): Cue | undefined =>
  cue === undefined || startMs === undefined || cue.startMs === startMs ? cue : { ...cue, startMs }
