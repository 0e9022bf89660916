import type { DifferentRun, MatchedTexts } from './match-texts.ts'
import type { ReturnedBlock } from './returned-document.ts'
import type { TextToken } from './text-tokens.ts'

/**
 * The runs that differ; those between which there are only words of one tracked insertion are one, as somebody wrote over a
 * whole phrase, also where some of its words are the same as before.
 */
export function trackedRuns(
  { runs, old, now }: Pick<MatchedTexts, 'runs' | 'old' | 'now'>,
  returned: readonly ReturnedBlock[],
): DifferentRun[] {
  const joined: DifferentRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    const isOne =
      last !== undefined &&
      isInserted(now.slice(last.newTo, run.newFrom), returned) &&
      new Set(old.slice(last.to, run.from).map(({ block }) => block)).size === 1
    if (isOne) joined[joined.length - 1] = { ...run, from: last.from, newFrom: last.newFrom }
    else joined.push(run)
  }
  return joined
}

function isInserted(tokens: readonly TextToken[], returned: readonly ReturnedBlock[]): boolean {
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (first === undefined || first.block !== last?.block) return false
  const { tracked = [] } = returned[first.block] ?? {}
  return tracked.some(({ from, to }) => from < to && from <= first.from && to >= last.to)
}
