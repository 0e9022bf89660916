import type { CaptionRules } from '../caption-rules.ts'
import { cueEnd, cueStarts } from './cue-edges.ts'
import type { CueTime, CueTiming } from '../cutting/cue-timing.ts'
import { markedTimes } from './marked-times.ts'

/** By index of the cue: thousands are compared after each key. */
export interface CueTimes {
  readonly startsMs: Float64Array
  readonly endsMs: Float64Array
}

/**
 * When each cue is on the screen. In order of priority: starts increase and every end is after its start and not
 * after the next start; a start is within the tolerance of its first word; no cue is longer than the maximum, none
 * shorter than the minimum; cues are adjacent or at least the gap apart.
 */
export function cueTimes(rules: CaptionRules, timings: readonly CueTiming[], durationMs: number): CueTimes {
  let horizonMs = durationMs
  for (const { isStartSet, setEndMs, spokenMs } of timings) {
    if (isStartSet || setEndMs !== undefined) return inColumns(markedTimes(rules, timings, durationMs))
    horizonMs = Math.max(horizonMs, spokenMs)
  }
  const startsMs = cueStarts(rules, timings, horizonMs)
  const endsMs = new Float64Array(timings.length)
  for (const [index, { spokenMs }] of timings.entries())
    endsMs[index] = cueEnd(rules, startsMs[index] ?? 0, spokenMs, startsMs[index + 1], horizonMs)
  return { startsMs, endsMs }
}

const inColumns = (times: readonly CueTime[]): CueTimes => ({
  startsMs: Float64Array.from(times, ({ startMs }) => startMs),
  endsMs: Float64Array.from(times, ({ endMs }) => endMs),
})
