import type { Correction } from '../format.ts'
import { withEnds } from './end-times.ts'
import type { ReadCue } from './imported-cues.ts'
import { LATEST_MS } from './limits.ts'

/**
 * Cues whose times a recording can have: one that starts after `LATEST_MS` is left out, one that ends after it
 * ends as if the file gave no end. Both are reported.
 */
export function withPossibleTimes(
  cues: readonly ReadCue[],
  correct: (correction: Correction) => void,
): readonly ReadCue[] {
  if (cues.every(({ startMs, endMs }) => startMs <= LATEST_MS && endMs <= LATEST_MS)) return cues
  const possible = cues.filter(({ line, startMs, voices }) => {
    if (startMs <= LATEST_MS) return true
    correct({ code: 'text-without-time', line, detail: voices.map(({ text }) => text.trim()).join(' ') })
    return false
  })
  return withEnds(
    possible.map((cue) => ({ ...cue, endMs: cue.endMs <= LATEST_MS ? cue.endMs : null })),
    correct,
  )
}
