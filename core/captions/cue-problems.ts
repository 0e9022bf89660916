import type { Cue } from './cues.ts'
import type { CaptionRules } from './rules.ts'

export type CueProblemKind = 'line-too-long' | 'too-many-lines' | 'too-fast' | 'too-short' | 'too-long'

/** A rule that a cue breaks or hardly keeps, with its numbers. */
export interface CueProblem {
  readonly kind: CueProblemKind
  /** Characters, lines, characters a second (rounded), or ms. */
  readonly value: number
  /** What the rule allows, in the same unit. */
  readonly limit: number
  /** Near it: worth a look, not wrong. */
  readonly isSlight: boolean
  /** Index of the line that is too long. */
  readonly line?: number
}

/** What is known of a cue by counting. */
export interface CueFacts {
  readonly durationMs: number
  /** All characters, spaces counted; a line end is none. */
  readonly characters: number
  readonly charactersPerSecond: number
  readonly longestLine: number
}

/** Reading speed up to so much over the target is near the rule and not against it; set by judgement. */
const SLIGHT_SPEED_SHARE = 0.1
/** So much under the least duration nobody sees: two frames at 24 a second. */
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

/** What is wrong with a cue by its rules, the worst first; usually nothing. */
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
  // As it is shown: a speed that rounds to the limit keeps it.
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
