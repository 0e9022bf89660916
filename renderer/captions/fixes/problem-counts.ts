import type { CueProblem, CueProblemKind } from '#core/captions/cue-problems'

/** The problems by index of the caption; only captions with problems. */
export type CueProblems = ReadonlyMap<number, readonly CueProblem[]>

/** How many captions break each rule, by the worst problem of each; the most frequent first. */
export function problemCounts(problems: CueProblems): [CueProblemKind, number][] {
  const counts = new Map<CueProblemKind, number>()
  for (const [worst] of problems.values()) {
    if (worst !== undefined) counts.set(worst.kind, (counts.get(worst.kind) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)
}

/** The captions whose worst problem is of these kinds; of all kinds where none is left of these. */
export function cuesWith(problems: CueProblems, kinds: ReadonlySet<CueProblemKind> | null): number[] {
  const found = [...problems].flatMap(([index, [worst]]) =>
    worst !== undefined && kinds?.has(worst.kind) === true ? index : [],
  )
  return found.length > 0 ? found : [...problems.keys()]
}
