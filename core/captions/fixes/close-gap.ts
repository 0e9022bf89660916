import type { Cue } from '../cues.ts'
import { leastMs } from '../costs/reading-time.ts'
import type { CueFix, FixPlace } from './cue-fix.ts'

/**
 * Ends a cue at the rules' gap before the next one if the two overlap or the gap between them is too short or
 * too long. A cue that needs its time keeps it if the next one can begin that much later.
 */
export const closeGap: CueFix = (place) => {
  const { cue, after, rules } = place
  if (after === undefined) return null
  const { gapMs, closeGapsUnderMs, maxDurationMs } = rules
  const gap = after.startMs - cue.endMs
  if (gap === gapMs || gap >= closeGapsUnderMs) return null
  const endMs = Math.min(after.startMs - gapMs, cue.startMs + maxDurationMs)
  const neededMs = Math.min(cue.endMs, cue.startMs + leastMs(cue, rules))
  const missingMs = neededMs - endMs
  if (missingMs > 0 && missingMs <= spareMs(place, after)) {
    return {
      cues: [{ ...cue, endMs: neededMs }],
      after: { ...after, startMs: after.startMs + missingMs },
    }
  }
  // Two that begin together cannot be separated by the end of the first.
  if (endMs <= cue.startMs) return null
  return { cues: [{ ...cue, endMs }] }
}

/** How much later the next cue can begin: near its words, and with the time that it needs. */
function spareMs({ rules, startBefore }: FixPlace, after: Cue): number {
  const roomMs = startBefore(after) + rules.startToleranceMs - after.startMs
  return Math.min(roomMs, after.endMs - after.startMs - leastMs(after, rules))
}
