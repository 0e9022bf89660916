import type { Portrait } from '#contracts/calls/recordings'
import { uniteSpans } from '#core/transcript/unite-spans'

/** Maximum number of segments: a portrait is some hundred pixels wide. */
const MAX_SEGMENTS = 300

export interface TrackSegment {
  /** Index among the transcript's speakers. */
  readonly speaker: number
  readonly startMs: number
  readonly endMs: number
}

/**
 * Who spoke when, as at most a few hundred segments: a speaker's turns with small gaps are merged, and each
 * speaker has a separate lane, so that no segment hides another speaker's.
 */
export function portraitOf(turns: readonly TrackSegment[]): Portrait {
  const lengthMs = turns.reduce((last, { endMs }) => Math.max(last, endMs), 0)
  let segments = joined(turns, 0)
  for (let gapMs = Math.max(1, lengthMs / 2000); segments.length > MAX_SEGMENTS; gapMs *= 2) {
    if (gapMs > 2 * lengthMs) break
    segments = joined(turns, gapMs)
  }
  return {
    speakers: segments.map(({ speaker }) => speaker),
    startsMs: segments.map(({ startMs }) => startMs),
    endsMs: segments.map(({ endMs }) => endMs),
  }
}

/** Unites each speaker's turns that overlap or are at most `gapMs` apart; in order of time. */
function joined(turns: readonly TrackSegment[], gapMs: number): TrackSegment[] {
  const bySpeaker = Map.groupBy(turns, ({ speaker }) => speaker)
  return [...bySpeaker]
    .flatMap(([speaker, own]) => uniteSpans(own, gapMs).map((span) => ({ speaker, ...span })))
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
}
