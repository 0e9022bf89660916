import type { Cue } from '../cues.ts'
import { neededMs } from '../costs/reading-time.ts'
import type { CueFix } from './cue-fix.ts'

/**
 * Gives a cue that is too short or too fast time that its neighbors can spare: the next one begins later, the
 * previous one ends earlier, each within the start tolerance.
 */
export const borrowTime: CueFix = ({ before, cue, after, rules, startBefore }) => {
  const { gapMs, maxDurationMs, startToleranceMs } = rules
  const wanted = Math.min(neededMs(cue, rules), maxDurationMs)
  let lacking = wanted - (cue.endMs - cue.startMs)
  if (lacking <= 0) return null
  const spare = (neighbor: Cue | undefined, gap: number): number => {
    // Neither silence between the two nor overlap is a neighbor's time to give.
    if (neighbor === undefined || gap > gapMs || gap < 0) return 0
    const own = neighbor.endMs - neighbor.startMs - neededMs(neighbor, rules)
    return Math.max(0, Math.min(own, startToleranceMs))
  }
  // However often time is given, no cue starts beyond the tolerance from its words.
  const roomLater = after === undefined ? 0 : startBefore(after) + startToleranceMs - after.startMs
  const roomEarlier = cue.startMs - startBefore(cue) + startToleranceMs
  const later = Math.max(
    0,
    Math.min(lacking, roomLater, spare(after, after === undefined ? 0 : after.startMs - cue.endMs)),
  )
  lacking -= later
  const earlier = Math.max(
    0,
    Math.min(lacking, roomEarlier, spare(before, before === undefined ? 0 : cue.startMs - before.endMs)),
  )
  if (later <= 0 && earlier <= 0) return null
  return {
    cues: [{ ...cue, startMs: cue.startMs - earlier, endMs: cue.endMs + later }],
    ...(before === undefined || earlier <= 0 ? {} : { before: { ...before, endMs: before.endMs - earlier } }),
    ...(after === undefined || later <= 0 ? {} : { after: { ...after, startMs: after.startMs + later } }),
  }
}
