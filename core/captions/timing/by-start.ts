import type { Cue } from '../cue.ts'

/** The cues in order, numbered: only times set by marks, and what the start of the film cuts, can be out of order. */
export function byStart(cues: readonly Cue[]): Cue[] {
  let latestMs = -Infinity
  for (const { startMs } of cues) {
    if (startMs < latestMs)
      return cues.toSorted((a, b) => a.startMs - b.startMs).map((cue, index) => ({ ...cue, index }))
    latestMs = startMs
  }
  return [...cues]
}
