import { captionProblems } from '../caption-problems.ts'
import type { CueProblem, CueProblemKind } from '../cue-problems.ts'
import type { Cue } from '../cues.ts'
import type { ReadingSpeed } from '../costs/reading-speed.ts'
import type { CueContext } from '../edits/cue-context.ts'
import { wordOrder } from '../edits/word-order.ts'
import { problemKinds } from '../problems/problem-kinds.ts'
import { excessOf } from './cue-fix.ts'
import { isSameCue } from './cue-changes.ts'
import { tooFastSpeech } from './spoken-speed.ts'

/** A cue with a problem or a change, and its result. */
export interface CueResult {
  readonly before: Cue
  /** Its worst problem, of one that is improved the worst that is smaller or gone; null if there is none. */
  readonly problem: CueProblem | null
  /** The cues with its words: several if it was split. */
  readonly after: readonly Cue[]
  /** How much time its neighbors gave, in ms. */
  readonly fromNext: number
  readonly fromBefore: number
  /** How much later the next cue begins, in ms. */
  readonly nextLater: number
  /** How fast it was said, if it is still too fast and speech itself is faster than the rules. */
  readonly spoken: ReadingSpeed | null
}

/** All that a fix did; every cue that had a problem or was changed is in exactly one list. */
export interface FixReport {
  /** Cues with problems before. */
  readonly count: number
  /** How many of these have no problem now. */
  readonly fixed: number
  /** The fixed ones by their worst problem, most frequent first. */
  readonly byKind: readonly { readonly kind: CueProblemKind; readonly results: readonly CueResult[] }[]
  /** Those that still have a problem, and of which one is smaller or gone. */
  readonly improved: readonly CueResult[]
  /** Those that were changed for a neighbor: no problem of theirs is smaller. */
  readonly adjusted: readonly CueResult[]
  /** Those that have a problem and were not changed. */
  readonly staying: readonly CueResult[]
}

/**
 * The result of each cue; `after` has the words of the context's cues in the same order.
 * @param isWanted which problems count; default: all
 */
export function fixReport(
  { cues: before, rules, transcript }: Pick<CueContext, 'cues' | 'rules' | 'transcript'>,
  after: readonly Cue[],
  isWanted: (problem: CueProblem) => boolean = () => true,
): FixReport {
  const problemsOf = (cues: readonly Cue[]): CueProblem[][] =>
    captionProblems(cues, rules).map((own) => own.filter(isWanted))
  const problemsBefore = problemsOf(before)
  const problemsAfter = problemsOf(after)
  const order = wordOrder(transcript)
  order.indexAll()
  const partsOf = partsByWord(after)
  // A word longer than a line is in several cues.
  const partsBefore = partsByWord(before)
  const kinds = new Map<CueProblemKind, CueResult[]>()
  const improved: CueResult[] = []
  const adjusted: CueResult[] = []
  const staying: CueResult[] = []
  let [count, fixed] = [0, 0]
  for (const cue of before) {
    const parts = partsOf(cue)
    const own = problemsBefore[cue.index] ?? []
    const [worst = null] = own
    const isSame = areSame(partsBefore(cue), parts)
    if (worst === null && isSame) continue
    const left = parts.flatMap(({ index }) => problemsAfter[index] ?? [])
    const isFixed = parts.length > 0 && left.length === 0
    const problem = isFixed || isSame ? worst : (own.find((each) => isLess(each, left)) ?? null)
    const isStillFast = problem !== null && own.some(isAboutSpeed) && left.some(isAboutSpeed)
    const spoken = isStillFast ? tooFastSpeech(cue, order, rules) : null
    if (worst !== null) count++
    const result = { before: cue, problem, after: parts, spoken, ...given(before, after, cue, parts) }
    if (problem === null) adjusted.push(result)
    else if (isFixed) {
      fixed++
      kinds.set(problem.kind, [...(kinds.get(problem.kind) ?? []), result])
    } else if (isSame) staying.push(result)
    else improved.push(result)
  }
  const byKind = [...kinds]
    .map(([kind, results]) => ({ kind, results }))
    .toSorted((a, b) => b.results.length - a.results.length)
  return { count, fixed, byKind, improved, adjusted, staying }
}

const isAboutSpeed = ({ kind }: CueProblem): boolean => problemKinds[kind].about === 'speed'

/** Whether a problem is gone, or is smaller than it was in each cue that has it still. */
const isLess = (problem: CueProblem, left: readonly CueProblem[]): boolean =>
  left.every((each) => each.kind !== problem.kind || excessOf(each) < excessOf(problem))

const areSame = (a: readonly Cue[], b: readonly Cue[]): boolean =>
  a.length === b.length && a.every((cue, index) => isSameCue(cue, b[index] ?? cue))

/** The cues that contain words of another, in order. */
function partsByWord(cues: readonly Cue[]): (cue: Cue) => Cue[] {
  const byWord = new Map<string, Cue[]>()
  for (const cue of cues) {
    for (const id of cue.wordIds) {
      const known = byWord.get(id)
      if (known === undefined) byWord.set(id, [cue])
      else known.push(cue)
    }
  }
  return ({ wordIds }) =>
    [...new Set(wordIds.flatMap((id) => byWord.get(id) ?? []))].toSorted((a, b) => a.index - b.index)
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
