import type { Portrait } from '#contracts/calls/recordings'

/** Maximum number of segments: a portrait is drawn at some hundred pixels wide. */
const MOST_SEGMENTS = 300

export interface TrackSegment {
  /** Index among the transcript's speakers. */
  readonly speaker: number
  readonly startMs: number
  readonly endMs: number
}

/**
 * Who spoke when, as at most a few hundred segments: a speaker's turns with small gaps are merged, and each speaker
 * has a separate lane, so that no segment hides another speaker's.
 */
export function portraitOf(turns: readonly TrackSegment[]): Portrait {
  const sorted = turns.toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
  const lengthMs = sorted.reduce((last, { endMs }) => Math.max(last, endMs), 0)
  let segments = joined(sorted, 0)
  for (let gapMs = Math.max(1, lengthMs / 2000); segments.length > MOST_SEGMENTS; gapMs *= 2) {
    if (gapMs > 2 * lengthMs) break
    segments = joined(sorted, gapMs)
  }
  return {
    speakers: segments.map(({ speaker }) => speaker),
    startsMs: segments.map(({ startMs }) => startMs),
    endsMs: segments.map(({ endMs }) => endMs),
  }
}

/** Merges each speaker's turns that overlap or are at most `gapMs` apart; in order of time. */
function joined(sorted: readonly TrackSegment[], gapMs: number): TrackSegment[] {
  const last = new Map<number, { speaker: number; startMs: number; endMs: number }>()
  const segments: TrackSegment[] = []
  for (const { speaker, startMs, endMs } of sorted) {
    const before = last.get(speaker)
    if (before !== undefined && startMs - before.endMs <= gapMs) {
      before.endMs = Math.max(before.endMs, endMs)
      continue
    }
    const segment = { speaker, startMs, endMs }
    last.set(speaker, segment)
    segments.push(segment)
  }
  return segments
}
