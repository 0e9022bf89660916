import { shortestWordMs } from '../transcript/shortest-word.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import { naturalMs, spread } from '../words/align/spread.ts'

export interface GapLimits {
  /** From the end of the match before to the start of the one after. */
  readonly limits: TimeSpan
  /** Where the words are spoken, if that is known: recognized words without a match, or speech without words. */
  readonly spoken: TimeSpan | null
  /** Whether there is a match before and after. */
  readonly hasBefore: boolean
  readonly hasAfter: boolean
}

/** Times for unmatched words, always within `room`: where they are spoken, else beside the nearest match. */
export function gapTimes(
  lengths: readonly number[],
  { limits, spoken, hasBefore, hasAfter }: GapLimits,
): TimeSpan[] {
  const need = lengths.length * shortestWordMs
  const natural = naturalMs(lengths)
  const clamp = (ms: number): number => Math.min(Math.max(ms, limits.startMs), limits.endMs)
  let startMs = limits.startMs
  let endMs = clamp(startMs + natural)
  if (spoken !== null) {
    startMs = clamp(spoken.startMs)
    endMs = clamp(spoken.endMs)
  } else if (!hasBefore && hasAfter) {
    startMs = clamp(limits.endMs - natural)
    endMs = limits.endMs
  }
  if (endMs - startMs < need) endMs = clamp(startMs + need)
  if (endMs - startMs < need) startMs = clamp(endMs - need)
  return spread(lengths, { startMs, endMs })
}
