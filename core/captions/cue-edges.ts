import type { CaptionRules } from './caption-rules.ts'
import type { CueTiming } from './cue-timing.ts'

/** Starts at the first words, moved within the tolerance when a short cue needs the time. */
export function cueStarts(rules: CaptionRules, timings: readonly CueTiming[], horizonMs: number): number[] {
  const { minDurationMs } = rules
  // A start set by a mark is not moved.
  const tolerances = timings.map(({ isStartSet }) => (isStartSet ? 0 : rules.startToleranceMs))
  const words = timings.map(({ wordMs }) => wordMs)
  const starts = [...words]
  let nextMs = horizonMs
  for (let index = starts.length - 1; index >= 0; index--) {
    const wordMs = words[index] ?? 0
    const wanted = Math.min(wordMs, nextMs - minDurationMs)
    nextMs = Math.max(0, wanted, wordMs - (tolerances[index] ?? 0))
    starts[index] = nextMs
  }
  const latest = latestStarts(words, tolerances)
  for (let index = 1; index < starts.length; index++) {
    const previous = starts[index - 1] ?? 0
    const wanted = Math.min(previous + minDurationMs, latest[index] ?? 0)
    starts[index] = Math.max(starts[index] ?? 0, wanted, previous + 1)
  }
  return starts
}

/** The latest start of each cue that still allows all later starts to be within the tolerance. */
function latestStarts(words: readonly number[], tolerances: readonly number[]): number[] {
  const latest = words.map((wordMs, index) => wordMs + (tolerances[index] ?? 0))
  for (let index = latest.length - 2; index >= 0; index--) {
    latest[index] = Math.min(latest[index] ?? 0, (latest[index + 1] ?? 0) - 1)
  }
  return latest
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
