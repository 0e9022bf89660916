import type { Cue } from './cues.ts'
import { readableIn, wordCount } from './reading-time.ts'
import type { CaptionRules } from './caption-rules.ts'

export type CueProblemKind =
  | 'line-too-long'
  | 'too-many-lines'
  | 'too-fast'
  | 'too-many-words'
  | 'too-short'
  | 'too-long'
  | 'overlap'
  | 'gap-too-short'
  | 'gap-open'

/** A rule that a cue breaks or nearly breaks, with its numbers. */
export interface CueProblem {
  readonly kind: CueProblemKind
  /** Characters, lines, characters per second or words per minute (rounded), or ms. */
  readonly value: number
  /** What the rule allows, in the same unit. */
  readonly limit: number
  /** Close to the limit: worth checking, but not wrong. */
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
  const { durationMs } = cueFacts(cue)
  const problems: CueProblem[] = []
  if (rules.isJudged === false) return problems
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
  const speed = speedProblem(cue, rules)
  if (speed !== null) problems.push(speed)
  const shortestMs = Math.max(rules.minDurationMs, wordCount(cue) * (rules.minMsPerWord ?? 0))
  if (durationMs < shortestMs) {
    const limit = shortestMs
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

/** How fast a cue has to be read, in the measure of the rules. */
export interface ReadingSpeed {
  /**
   * Characters per second (to a tenth if the rules have a table, else rounded), or words per minute
   * (rounded).
   */
  readonly value: number
  /** What the rules allow for a cue of this duration, in the same unit; null if they set no limit. */
  readonly limit: number | null
  readonly unit: 'characters' | 'words'
}

export function readingSpeed(cue: Cue, rules: CaptionRules): ReadingSpeed {
  const { durationMs, charactersPerSecond } = cueFacts(cue)
  const limitIf = (limit: number): number | null => (rules.isJudged === false ? null : limit)
  if (rules.readable !== undefined) {
    const most = readableIn(durationMs, rules.readable)
    const limit = tenths((most * 1_000) / Math.max(1, durationMs))
    return { value: tenths(charactersPerSecond), limit: limitIf(limit), unit: 'characters' }
  }
  if (rules.wordsPerMinute !== undefined) {
    const value = Math.round((wordCount(cue) * 60_000) / Math.max(1, durationMs))
    return { value, limit: limitIf(rules.wordsPerMinute), unit: 'words' }
  }
  // Compared as displayed: a speed that rounds to the limit is within it.
  const value = Math.round(charactersPerSecond)
  return { value, limit: limitIf(rules.charactersPerSecond), unit: 'characters' }
}

/**
 * Null if the speed is within the limit, in the measure of the rules: table, words per minute, or characters
 * per second.
 */
function speedProblem(cue: Cue, rules: CaptionRules): CueProblem | null {
  const { value, limit, unit } = readingSpeed(cue, rules)
  if (limit === null) return null
  const kind = unit === 'words' ? 'too-many-words' : 'too-fast'
  const slightLimit = 1 + SLIGHT_SPEED_SHARE
  if (rules.readable === undefined)
    return value <= limit ? null : { kind, value, limit, isSlight: value <= limit * slightLimit }
  const { durationMs, characters } = cueFacts(cue)
  const most = readableIn(durationMs, rules.readable)
  return characters <= most ? null : { kind, value, limit, isSlight: characters <= most * slightLimit }
}

const tenths = (value: number): number => Math.round(value * 10) / 10
