import type { Cue } from '../cue.ts'
import type { CaptionRules, ReadablePoint } from '../caption-rules.ts'

/** Words on the screen, separated by white space. */
export const wordCount = ({ lines }: Pick<Cue, 'lines'>): number =>
  lines.reduce((sum, { text }) => sum + wordsIn(text), 0)

/** Words separated by white space, with a letter or digit each. */
export const wordsIn = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

const characterCount = ({ lines }: Pick<Cue, 'lines'>): number =>
  lines.reduce((sum, { text }) => sum + text.length, 0)

const start: ReadablePoint = { ms: 0, characters: 0 }

/** Characters that can be read in a time: straight lines between the points, then the speed of the last. */
export function readableIn(ms: number, points: readonly ReadablePoint[]): number {
  let before = start
  for (const point of points) {
    if (ms <= point.ms) {
      const share = (ms - before.ms) / (point.ms - before.ms)
      return before.characters + share * (point.characters - before.characters)
    }
    before = point
  }
  return before.ms === 0 ? 0 : before.characters + ((ms - before.ms) * before.characters) / before.ms
}

/** The minimum time in which this many characters can be read. */
function readingMs(characters: number, points: readonly ReadablePoint[]): number {
  let before = start
  for (const point of points) {
    if (characters <= point.characters) {
      const share = (characters - before.characters) / Math.max(1e-9, point.characters - before.characters)
      return before.ms + share * (point.ms - before.ms)
    }
    before = point
  }
  return before.ms + ((characters - before.characters) * before.ms) / Math.max(1e-9, before.characters)
}

/**
 * The time on the screen with which a cue keeps the reading speed, in whole ms; the maximum duration may be
 * less.
 */
export function neededMs(cue: Pick<Cue, 'lines'>, rules: CaptionRules): number {
  return msAt(cue, rules, 0)
}

/** The minimum time without a problem: a speed that rounds to the limit is within it. */
export function leastMs(cue: Pick<Cue, 'lines'>, rules: CaptionRules): number {
  // Just below the half that would be rounded up.
  return msAt(cue, rules, 0.499)
}

/** The same for a text with this many characters and words. */
export const leastMsOf = (characters: number, words: number, rules: CaptionRules): number =>
  msFor(characters, words, rules, 0.499)

/** @param over how far above the limit a speed may be, in characters per second or words per minute */
const msAt = (cue: Pick<Cue, 'lines'>, rules: CaptionRules, over: number): number =>
  msFor(characterCount(cue), wordCount(cue), rules, over)

function msFor(characters: number, words: number, rules: CaptionRules, over: number): number {
  const speedMs =
    rules.readable !== undefined
      ? readingMs(characters, rules.readable)
      : rules.wordsPerMinute !== undefined
        ? (words * 60_000) / (rules.wordsPerMinute + over)
        : (characters * 1_000) / (rules.charactersPerSecond + over)
  return Math.ceil(Math.max(rules.minDurationMs, words * (rules.minMsPerWord ?? 0), speedMs))
}
