import { type CueProblem, type CueProblemKind, cueProblems } from './cue-problems.ts'
import type { Cue } from './cues.ts'
import type { CaptionRules } from './caption-rules.ts'

/** Half a frame at 25 frames per second: gaps are counted in frames, and files round them differently. */
const GAP_TOLERANCE_MS = 20
/** The same for the minimum gap, so that two frames at 25 per second count as two at 24. */
const SHORT_GAP_TOLERANCE_MS = 4

/** Problems between a cue and the next one, which begin at the end of the first. */
export function gapProblems(cue: Cue, next: Cue | undefined, rules: CaptionRules): CueProblem[] {
  if (next === undefined || rules.isJudged === false) return []
  const { gapMs, closeGapsUnderMs } = rules
  const value = next.startMs - cue.endMs
  if (value < 0) return [{ kind: 'overlap', value: -value, limit: 0, isSlight: false }]
  if (value < gapMs - SHORT_GAP_TOLERANCE_MS) {
    return [{ kind: 'gap-too-short', value, limit: gapMs, isSlight: true }]
  }
  const isOpen = value > gapMs + GAP_TOLERANCE_MS && value < closeGapsUnderMs - GAP_TOLERANCE_MS
  return isOpen ? [{ kind: 'gap-open', value, limit: closeGapsUnderMs, isSlight: true }] : []
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
