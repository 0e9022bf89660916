import type { CaptionRules } from './caption-rules.ts'
import type { Cue } from './cue.ts'
import type { FoundProblem } from './problems/problem-kind.ts'
import { type CueProblemKind, problemKindIds, problemKinds } from './problems/problem-kinds.ts'
import { shotsOf } from './shots/shots.ts'

export type { CueProblemKind } from './problems/problem-kinds.ts'

/** A rule that a cue breaks or nearly breaks, with its numbers. */
export interface CueProblem extends FoundProblem {
  readonly kind: CueProblemKind
}

const finders = problemKindIds.flatMap((kind) => {
  const { inCue } = problemKinds[kind]
  return inCue === null ? [] : [{ kind, find: inCue }]
})

const shotFinders = problemKindIds.flatMap((kind) => {
  const { atShots } = problemKinds[kind]
  return atShots === null ? [] : [{ kind, find: atShots }]
})

/** The rules that a cue breaks, worst first; usually none. */
export function cueProblems(cue: Cue, rules: CaptionRules): CueProblem[] {
  const problems: CueProblem[] = []
  if (rules.isJudged === false) return problems
  for (const { kind, find } of finders) {
    const found = find(cue, rules)
    if (found === null) continue
    if (isList(found)) for (const each of found) problems.push(problemOf(kind, each))
    else problems.push(problemOf(kind, found))
  }
  const shots = shotsOf(rules)
  if (shots !== null) {
    for (const { kind, find } of shotFinders) {
      const found = find(cue, shots)
      if (found !== null) problems.push(problemOf(kind, found))
    }
  }
  return problems.length < 2 ? problems : problems.sort((a, b) => Number(a.isSlight) - Number(b.isSlight))
}

const isList = (found: FoundProblem | readonly FoundProblem[]): found is readonly FoundProblem[] =>
  Array.isArray(found)

/** The same as with a spread, which is several times slower here. */
export const problemOf = (kind: CueProblemKind, { value, limit, isSlight, line }: FoundProblem): CueProblem =>
  line === undefined ? { kind, value, limit, isSlight } : { kind, value, limit, isSlight, line }
