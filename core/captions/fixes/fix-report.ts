import { captionProblems } from '../caption-problems.ts'
import type { CueProblem, CueProblemKind } from '../cue-problems.ts'
import type { Cue } from '../cues.ts'
import type { CaptionRules } from '../caption-rules.ts'

/** A cue with a problem, and its result. */
export interface CueResult {
  readonly before: Cue
  /** Its worst problem. */
  readonly problem: CueProblem
  /** The cues with its words: several if it was split. */
  readonly after: readonly Cue[]
  /** How much time its neighbors gave, in ms. */
  readonly fromNext: number
  readonly fromBefore: number
  /** How much later the next cue begins, in ms. */
  readonly nextLater: number
}

export interface FixReport {
  /** Cues with problems before. */
  readonly count: number
  /** How many of these have no problem now. */
  readonly fixed: number
  /** The fixed ones by their worst problem, most frequent first. */
  readonly byKind: readonly { readonly kind: CueProblemKind; readonly results: readonly CueResult[] }[]
  /** Those that still have a problem. */
  readonly staying: readonly CueResult[]
}

/** The result of each cue with problems; `after` has the words of `before` in the same order. */
export function fixReport(before: readonly Cue[], after: readonly Cue[], rules: CaptionRules): FixReport {
  const problemsBefore = captionProblems(before, rules)
  const problemsAfter = captionProblems(after, rules)
  const byWord = new Map<string, Cue[]>()
  for (const cue of after) {
    for (const id of cue.wordIds) byWord.set(id, [...(byWord.get(id) ?? []), cue])
  }
  const partsOf = ({ wordIds }: Cue): Cue[] =>
    [...new Set(wordIds.flatMap((id) => byWord.get(id) ?? []))].toSorted((a, b) => a.index - b.index)
  const kinds = new Map<CueProblemKind, CueResult[]>()
  const staying: CueResult[] = []
  let count = 0
  for (const cue of before) {
    const problem = problemsBefore[cue.index]?.[0]
    if (problem === undefined) continue
    count++
    const parts = partsOf(cue)
    const result = { before: cue, problem, after: parts, ...given(before, after, cue, parts) }
    const isFixed = parts.length > 0 && parts.every(({ index }) => problemsAfter[index]?.length === 0)
    if (isFixed) kinds.set(problem.kind, [...(kinds.get(problem.kind) ?? []), result])
    else staying.push(result)
  }
  const byKind = [...kinds]
    .map(([kind, results]) => ({ kind, results }))
    .toSorted((a, b) => b.results.length - a.results.length)
  return { count, fixed: count - staying.length, byKind, staying }
}

/** What the neighbors gave to a cue that became longer. */
function given(
  before: readonly Cue[],
  after: readonly Cue[],
  cue: Cue,
  parts: readonly Cue[],
): Pick<CueResult, 'fromNext' | 'fromBefore' | 'nextLater'> {
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined) return { fromNext: 0, fromBefore: 0, nextLater: 0 }
  const lost = (was: number | undefined, is: number | undefined, own: number): number =>
    was === undefined || is === undefined ? 0 : Math.max(0, Math.min(was - is, own))
  const [nextWas, nextIs] = [before[cue.index + 1]?.startMs, after[last.index + 1]?.startMs]
  return {
    fromNext: lost(nextIs, nextWas, last.endMs - cue.endMs),
    nextLater: lost(nextIs, nextWas, Infinity),
    fromBefore: lost(
      before[cue.index - 1]?.endMs,
      after[first.index - 1]?.endMs,
      cue.startMs - first.startMs,
    ),
  }
}
