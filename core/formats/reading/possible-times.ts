import type { Correction } from '../format.ts'
import { withEnds } from './end-times.ts'
import { LATEST_MS } from './limits.ts'

interface Timed {
  readonly line: number | null
  readonly startMs: number
  readonly endMs: number
  readonly voices: readonly { readonly text: string }[]
}

/**
 * Cues whose times a recording can have: one that starts after `LATEST_MS` is left out, one that ends after it
 * ends as if the file gave no end. Both are reported.
 */
export function withPossibleTimes<Cue extends Timed>(
  cues: readonly Cue[],
  correct: (correction: Correction) => void,
): readonly Cue[] {
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
