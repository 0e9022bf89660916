import { cueEnd, cueStarts, spokenUntil, type CueTime } from './cue-edges.ts'
import { markedTimes } from './marked-times.ts'
import type { CueSpan } from './segmentation.ts'
import type { Track } from './track.ts'

/**
 * When each cue is on the screen. In order of priority: starts increase and every end is after its start and not
 * after the next start; a start is within the tolerance of its first word; no cue is longer than the maximum, none
 * shorter than the minimum; cues are adjacent or at least the gap apart.
 */
export function cueTimes(track: Track, spans: readonly CueSpan[], durationMs: number): CueTime[] {
  if (track.hasTimeMarks) return markedTimes(track, spans, durationMs)
  const spoken = spans.map((span) => spokenUntil(track, span))
  const horizonMs = spoken.reduce((latest, endMs) => Math.max(latest, endMs), durationMs)
  const starts = cueStarts(track, spans, horizonMs)
  return starts.map((startMs, index) => ({
    startMs,
    endMs: cueEnd(track, startMs, spoken[index] ?? startMs, starts[index + 1], horizonMs),
  }))
}
