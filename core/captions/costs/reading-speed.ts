import type { CaptionRules } from '../caption-rules.ts'
import type { Cue } from '../cue.ts'
import { cueFacts } from '../cue-facts.ts'
import { readableIn, wordCount } from './reading-time.ts'

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

const tenths = (value: number): number => Math.round(value * 10) / 10
