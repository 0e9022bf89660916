import type { Correction } from '../format.ts'

/** Reading time for a text whose end is unknown: 15 characters per second, at least a second, at most 7 s. */
const MS_PER_CHARACTER = 1_000 / 15
const MIN_MS = 1_000
const MAX_MS = 7_000

interface Open {
  readonly line: number | null
  readonly startMs: number
  readonly endMs: number | null
  readonly voices: readonly { readonly text: string }[]
}

/** Adds missing ends: at the next cue, or after the reading time. Each is reported. */
export function withEnds<Cue extends Open>(
  cues: readonly Cue[],
  correct: (correction: Correction) => void,
): (Cue & { endMs: number })[] {
  const nextStarts = cues.map(() => Infinity)
  // Backwards, so that a long file without ends takes linear time.
  for (let index = cues.length - 2; index >= 0; index--) {
    const own = cues[index]?.startMs ?? 0
    const following = cues[index + 1]?.startMs ?? Infinity
    nextStarts[index] = following > own ? following : (nextStarts[index + 1] ?? Infinity)
  }
  return cues.map((cue, index) => {
    if (cue.endMs !== null) return { ...cue, endMs: cue.endMs }
    correct({ code: 'end-missing', line: cue.line, detail: '' })
    const characters = cue.voices.reduce((sum, { text }) => sum + text.length, 0)
    const readMs = Math.round(Math.min(Math.max(characters * MS_PER_CHARACTER, MIN_MS), MAX_MS))
    const nextMs = nextStarts[index] ?? Infinity
    return { ...cue, endMs: Math.min(nextMs, cue.startMs + readMs) }
  })
}
