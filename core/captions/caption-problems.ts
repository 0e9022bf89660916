import { type CueProblem, type CueProblemKind, cueProblems, problemOf } from './cue-problems.ts'
import type { Cue } from './cues.ts'
import type { CaptionRules } from './caption-rules.ts'
import { problemKindIds, problemKinds } from './problems/problem-kinds.ts'

const finders = problemKindIds.flatMap((kind) => {
  const { beforeNext } = problemKinds[kind]
  return beforeNext === null ? [] : [{ kind, find: beforeNext }]
})

/** Problems between a cue and the next one, which begin at the end of the first. */
export function gapProblems(cue: Cue, next: Cue | undefined, rules: CaptionRules): CueProblem[] {
  const problems: CueProblem[] = []
  if (next === undefined || rules.isJudged === false) return problems
  const gapMs = next.startMs - cue.endMs
  for (const { kind, find } of finders) {
    const found = find(gapMs, rules)
    if (found !== null) problems.push(problemOf(kind, found))
  }
  return problems
}

/** The problems of each cue, its own and those with the next one; `cues` in order of start. */
export function captionProblems(cues: readonly Cue[], rules: CaptionRules): CueProblem[][] {
  return cues.map((cue, index) => [...cueProblems(cue, rules), ...gapProblems(cue, cues[index + 1], rules)])
}

/** How many problems of each kind there are; kinds without any are omitted. */
export function problemCounts(
  problems: readonly (readonly CueProblem[])[],
): Partial<Record<CueProblemKind, number>> {
  const counts: Partial<Record<CueProblemKind, number>> = {}
  for (const { kind } of problems.flat()) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** How many rules a cue breaks by itself. */
export const problemCount = (cue: Cue, rules: CaptionRules): number => cueProblems(cue, rules).length
