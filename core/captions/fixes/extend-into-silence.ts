import { neededMs } from '../costs/reading-time.ts'
import type { CueFix } from './cue-fix.ts'

/**
 * Gives a cue that is too short or too fast the time it needs from the silence after it, then, within the
 * start tolerance, from the silence before it.
 */
export const extendIntoSilence: CueFix = ({ before, cue, after, rules, untilMs, startBefore }) => {
  const { gapMs, closeGapsUnderMs, maxDurationMs, startToleranceMs } = rules
  const wanted = Math.min(neededMs(cue, rules), maxDurationMs)
  if (cue.endMs - cue.startMs >= wanted) return null
  const latest = Math.max(cue.endMs, after === undefined ? untilMs : after.startMs - gapMs)
  let endMs = Math.min(cue.startMs + wanted, latest)
  // A gap that the rules would close is closed immediately.
  if (after !== undefined && after.startMs - endMs < closeGapsUnderMs) {
    endMs = Math.max(endMs, Math.min(latest, cue.startMs + maxDurationMs))
  }
  const lacking = Math.max(0, wanted - (endMs - cue.startMs))
  const earliest = Math.min(cue.startMs, Math.max(0, before === undefined ? 0 : before.endMs + gapMs))
  const nearWords = Math.min(cue.startMs, startBefore(cue) - startToleranceMs)
  const startMs = Math.max(earliest, nearWords, cue.startMs - lacking)
  if (startMs === cue.startMs && endMs === cue.endMs) return null
  return { cues: [{ ...cue, startMs, endMs }] }
}
