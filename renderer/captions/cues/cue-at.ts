import type { Cue } from '#core/captions/cues'

/** Index of the cue at `ms`, or of the last one before it; -1 before the first. */
export function cueAt(cues: readonly Cue[], ms: number): number {
  let low = 0
  let high = cues.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cues[middle]?.startMs ?? Infinity) <= ms) low = middle + 1
    else high = middle
  }
  return low - 1
}
