import { gapProblems } from '../caption-problems.ts'
import { type CueProblem, cueProblems } from '../cue-problems.ts'
import { problemKinds } from '../problems/problem-kinds.ts'
import type { Cue } from '../cues.ts'
import type { CaptionRules } from '../caption-rules.ts'

/** A cue to fix with its neighbors. */
export interface FixPlace {
  readonly before: Cue | undefined
  readonly cue: Cue
  readonly after: Cue | undefined
  readonly rules: CaptionRules
  /** Captions end no later than this: the recording's length, or Infinity if unknown. */
  readonly untilMs: number
  /** ISO 639-1, for where text may be cut. */
  readonly language: string
  /** When a cue started before it was fixed: near its first word. */
  readonly startBefore: (cue: Cue) => number
}

/** The replacement for the cue; neighbors that change keep their text. Indexes are not set. */
export interface FixedCues {
  readonly before?: Cue
  readonly cues: readonly Cue[]
  readonly after?: Cue
}

/** A pure function for one kind of problem; null if it cannot do anything. */
export type CueFix = (place: FixPlace) => FixedCues | null

/** Problems at a place that decide whether a fix is an improvement: the cue's and its neighbors'. */
function problemsAt(
  before: Cue | undefined,
  cues: readonly Cue[],
  after: Cue | undefined,
  rules: CaptionRules,
): CueProblem[] {
  const all = [...(before === undefined ? [] : [before]), ...cues]
  const own = all.flatMap((cue, index) => [
    ...cueProblems(cue, rules),
    ...gapProblems(cue, all[index + 1] ?? after, rules),
  ])
  return after === undefined ? own : [...own, ...cueProblems(after, rules)]
}

/** By how much a problem breaks its rule, as a share of the limit; a slight one counts less. */
function weight({ kind, value, limit, isSlight }: CueProblem): number {
  const { isLack, about } = problemKinds[kind]
  const excess = excessOf({ kind, value, limit })
  const share =
    about === 'shot' && isLack
      ? (MOST_SHARE * excess) / Math.max(1, limit)
      : excess / Math.max(1, isLack ? limit : Math.max(limit, 1_000))
  return (isSlight ? 0.5 : 1) + Math.min(MOST_SHARE, share)
}

/** However far beyond its limit, a problem weighs less than two. */
const MOST_SHARE = 0.4

/** How far a problem is beyond its limit; near a shot change, from its place there and not from half a second away. */
export const excessOf = ({ kind, value, limit }: Pick<CueProblem, 'kind' | 'value' | 'limit'>): number =>
  problemKinds[kind].about === 'shot' && problemKinds[kind].isLack ? value : Math.abs(value - limit)

/** Total weight of problems. */
export const weightOf = (problems: readonly CueProblem[]): number =>
  problems.reduce((total, problem) => total + weight(problem), 0)

/** Whether a fix leaves fewer or smaller problems than there were. */
export function isBetter({ before, cue, after, rules }: FixPlace, fixed: FixedCues): boolean {
  const was = weightOf(problemsAt(before, [cue], after, rules))
  const is = weightOf(problemsAt(fixed.before ?? before, fixed.cues, fixed.after ?? after, rules))
  return is < was - 1e-9
}

export const problemsOf = ({ cue, after, rules }: FixPlace): CueProblem[] => [
  ...cueProblems(cue, rules),
  ...gapProblems(cue, after, rules),
]
