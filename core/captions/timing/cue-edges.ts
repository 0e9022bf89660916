import type { CaptionRules } from '../caption-rules.ts'
import type { CueTiming } from '../cutting/cue-timing.ts'

/**
 * Starts at the first words, moved within the tolerance when a short cue needs the time. Loops over plain numbers: after
 * each key it goes through thousands of cues.
 */
export function cueStarts(
  rules: CaptionRules,
  timings: readonly CueTiming[],
  horizonMs: number,
): Float64Array {
  const { minDurationMs, startToleranceMs } = rules
  const starts = new Float64Array(timings.length)
  /** The latest start of each cue that still allows all later starts to be within the tolerance. */
  const latest = new Float64Array(timings.length)
  let nextMs = horizonMs
  let latestMs = Infinity
  for (let index = timings.length - 1; index >= 0; index--) {
    const { wordMs = 0, isStartSet = false } = timings[index] ?? {}
    // A start set by a mark is not moved.
    const toleranceMs = isStartSet ? 0 : startToleranceMs
    nextMs = Math.max(0, Math.min(wordMs, nextMs - minDurationMs), wordMs - toleranceMs)
    latestMs = Math.min(wordMs + toleranceMs, latestMs - 1)
    starts[index] = nextMs
    latest[index] = latestMs
  }
  for (let index = 1; index < starts.length; index++) {
    const previous = starts[index - 1] ?? 0
    const wanted = Math.min(previous + minDurationMs, latest[index] ?? 0)
    starts[index] = Math.max(starts[index] ?? 0, wanted, previous + 1)
  }
  return starts
}

export function cueEnd(
  rules: CaptionRules,
  startMs: number,
  spokenUntilMs: number,
  nextMs: number | undefined,
  horizonMs: number,
): number {
  const longest = startMs + rules.maxDurationMs
  const shortest = startMs + rules.minDurationMs
  const spoken = Math.max(spokenUntilMs, startMs + 1)
  if (nextMs === undefined) {
    const end = Math.max(Math.min(spoken + rules.lingerMs, horizonMs), Math.min(shortest, horizonMs))
    return Math.max(startMs + 1, Math.min(end, longest))
  }
  const lingering = Math.min(spoken + rules.lingerMs, longest)
  const end = withGap(
    rules,
    Math.max(lingering, shortest),
    Math.min(Math.max(spoken, shortest), longest),
    nextMs,
  )
  if (end - startMs >= rules.minDurationMs) return Math.min(end, longest)
  // Too short with a gap, so it is extended to the start of the next cue.
  return Math.min(nextMs, longest)
}

/**
 * An end that leaves either the gap before the next cue or a clear pause; a gap too short to be seen as a pause is
 * closed if that needs no more lingering, or else widened by lingering less.
 * @param earliest the end required by speech and the minimum duration
 */
function withGap(rules: CaptionRules, end: number, earliest: number, nextMs: number): number {
  const { gapMs, closeGapsUnderMs } = rules
  if (nextMs - end >= closeGapsUnderMs) return end
  const opened = nextMs - closeGapsUnderMs
  const isInReach = nextMs - end <= gapMs
  return !isInReach && opened >= earliest ? opened : nextMs - gapMs
}
