import type { Cue } from './cues.ts'
import type { CaptionRules } from './rules.ts'

export type CueProblemKind = 'line-too-long' | 'too-many-lines' | 'too-fast' | 'too-short' | 'too-long'

/** A rule that a cue breaks or nearly breaks, with its numbers. */
export interface CueProblem {
  readonly kind: CueProblemKind
  /** Characters, lines, characters a second (rounded), or ms. */
  readonly value: number
  /** What the rule allows, in the same unit. */
  readonly limit: number
  /** Close to the limit: worth a look, but not wrong. */
  readonly isSlight: boolean
  /** Index of the line that is too long. */
  readonly line?: number
}

/** Figures computed from a cue. */
export interface CueFacts {
  readonly durationMs: number
  /** All characters including spaces, excluding line ends. */
  readonly characters: number
  readonly charactersPerSecond: number
  readonly longestLine: number
}

/** A reading speed above the target by up to this share is a slight problem; set by judgment. */
const SLIGHT_SPEED_SHARE = 0.1
/** Falling short of the minimum duration by up to this is invisible: two frames at 24 a second. */
const SLIGHT_SHORT_MS = 84

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

/** The rules that a cue breaks, worst first; usually none. */
export function cueProblems(cue: Cue, rules: CaptionRules): CueProblem[] {
  const { durationMs, charactersPerSecond } = cueFacts(cue)
  const problems: CueProblem[] = []
  for (const [line, { text }] of cue.lines.entries()) {
    const limit = rules.maxCharactersPerLine
    if (text.length > limit)
      problems.push({ kind: 'line-too-long', value: text.length, limit, isSlight: false, line })
  }
  if (cue.lines.length > rules.maxLines) {
    problems.push({
      kind: 'too-many-lines',
      value: cue.lines.length,
      limit: rules.maxLines,
      isSlight: false,
    })
  }
  // Compared as displayed: a speed that rounds to the limit is within it.
  const speed = Math.round(charactersPerSecond)
  if (speed > rules.charactersPerSecond) {
    const limit = rules.charactersPerSecond
    problems.push({
      kind: 'too-fast',
      value: speed,
      limit,
      isSlight: speed <= limit * (1 + SLIGHT_SPEED_SHARE),
    })
  }
  if (durationMs < rules.minDurationMs) {
    const limit = rules.minDurationMs
    problems.push({
      kind: 'too-short',
      value: durationMs,
      limit,
      isSlight: limit - durationMs <= SLIGHT_SHORT_MS,
    })
  }
  if (durationMs > rules.maxDurationMs) {
    problems.push({ kind: 'too-long', value: durationMs, limit: rules.maxDurationMs, isSlight: false })
  }
  return problems.sort((a, b) => Number(a.isSlight) - Number(b.isSlight))
}
