import type { CaptionRules } from './caption-rules.ts'
import { cueEnd, cueStarts } from './cue-edges.ts'
import type { CueTime, CueTiming } from './cue-timing.ts'
import { markedTimes } from './marked-times.ts'

/**
 * When each cue is on the screen. In order of priority: starts increase and every end is after its start and not
 * after the next start; a start is within the tolerance of its first word; no cue is longer than the maximum, none
 * shorter than the minimum; cues are adjacent or at least the gap apart.
 */
export function cueTimes(
  rules: CaptionRules,
  timings: readonly CueTiming[],
  durationMs: number,
): readonly CueTime[] {
  const isMarked = timings.some(({ isStartSet, setEndMs }) => isStartSet || setEndMs !== undefined)
  if (isMarked) return markedTimes(rules, timings, durationMs)
  const horizonMs = timings.reduce((latest, { spokenMs }) => Math.max(latest, spokenMs), durationMs)
  const starts = cueStarts(rules, timings, horizonMs)
  return timings.map(({ spokenMs }, index) => {
    const startMs = starts[index] ?? 0
    return { startMs, endMs: cueEnd(rules, startMs, spokenMs, starts[index + 1], horizonMs) }
  })
}
