import type { Cue } from './cue.ts'

/** Figures computed from a cue. */
export interface CueFacts {
  readonly durationMs: number
  /** All characters including spaces, excluding line ends. */
  readonly characters: number
  readonly charactersPerSecond: number
  readonly longestLine: number
}

export function cueFacts(cue: Cue): CueFacts {
  const durationMs = cue.endMs - cue.startMs
  const lengths = cue.lines.map(({ text }) => text.length)
  const characters = lengths.reduce((sum, length) => sum + length, 0)
  return {
    durationMs,
    characters,
    charactersPerSecond: (characters * 1_000) / Math.max(1, durationMs),
    longestLine: Math.max(0, ...lengths),
  }
}
