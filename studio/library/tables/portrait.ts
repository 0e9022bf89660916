import type { Portrait } from '#contracts/calls/recordings'

/** Maximum number of stitches: a portrait is drawn at some hundred pixels wide. */
const MOST_STITCHES = 300

export interface Stitch {
  /** Index among the transcript's speakers. */
  readonly speaker: number
  readonly startMs: number
  readonly endMs: number
}

/**
 * Who spoke when, as at most a few hundred stitches: a speaker's turns with small gaps are merged, and each speaker
 * has a separate lane, so that no stitch hides another speaker's.
 */
export function portraitOf(turns: readonly Stitch[]): Portrait {
  const sorted = turns.toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
  const lengthMs = sorted.reduce((last, { endMs }) => Math.max(last, endMs), 0)
  let stitches = joined(sorted, 0)
  for (let gapMs = Math.max(1, lengthMs / 2000); stitches.length > MOST_STITCHES; gapMs *= 2) {
    if (gapMs > 2 * lengthMs) break
    stitches = joined(sorted, gapMs)
  }
  return {
    speakers: stitches.map(({ speaker }) => speaker),
    startsMs: stitches.map(({ startMs }) => startMs),
    endsMs: stitches.map(({ endMs }) => endMs),
  }
}

/** Merges each speaker's turns that overlap or are at most `gapMs` apart; in order of time. */
function joined(sorted: readonly Stitch[], gapMs: number): Stitch[] {
  const last = new Map<number, { speaker: number; startMs: number; endMs: number }>()
  const stitches: Stitch[] = []
  for (const { speaker, startMs, endMs } of sorted) {
    const before = last.get(speaker)
    if (before !== undefined && startMs - before.endMs <= gapMs) {
      before.endMs = Math.max(before.endMs, endMs)
      continue
    }
    const stitch = { speaker, startMs, endMs }
    last.set(speaker, stitch)
    stitches.push(stitch)
  }
  return stitches
}
