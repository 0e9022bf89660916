import type { CueFix } from './cue-fix.ts'

/** Ends a cue the rules' gap before the next one, where the two overlap or the gap between them is too short or too long. */
export const closeGap: CueFix = ({ cue, after, rules }) => {
  if (after === undefined) return null
  const { gapMs, closeGapsUnderMs, maxDurationMs } = rules
  const gap = after.startMs - cue.endMs
  if (gap === gapMs || gap >= closeGapsUnderMs) return null
  const endMs = Math.min(after.startMs - gapMs, cue.startMs + maxDurationMs)
  // Two that begin together cannot be parted by the end of the first.
  if (endMs <= cue.startMs) return null
  return { cues: [{ ...cue, endMs }] }
}
