import type { CaptionRules } from '../caption-rules.ts'
import type { Cue } from '../cue.ts'
import { cueFacts } from '../cue-facts.ts'
import { readingSpeed } from '../costs/reading-speed.ts'
import { readableIn } from '../costs/reading-time.ts'
import type { FoundProblem, ProblemKind } from './problem-kind.ts'

/** A reading speed above the target by up to this share is a slight problem; set by judgment. */
const SLIGHT_SPEED_SHARE = 0.1

export const speedProblems = {
  'too-fast': {
    unit: 'number',
    isLack: false,
    about: 'speed',
    fixes: ['extend', 'borrow'],
    inCue: (cue, rules) => (isInWords(rules) ? null : findSpeed(cue, rules)),
    beforeNext: null,
    atShots: null,
    en: {
      is: 'Too fast: {value} characters per second. The limit is {limit}.',
      slight: 'Slightly too fast: {value} characters per second. The limit is {limit}.',
      count: '{count} too fast',
      fixed: '{count} too fast: extended into a pause, or time taken from a neighbor',
    },
    fr: {
      is: 'Trop rapide\u00A0: {value} caractères par seconde. La limite est de {limit}.',
      slight: 'Un peu trop rapide\u00A0: {value} caractères par seconde. La limite est de {limit}.',
      count: '{count, plural, one {# trop rapide} other {# trop rapides}}',
      fixed:
        '{count, plural, one {# trop rapide\u00A0: prolongé} other {# trop rapides\u00A0: prolongés}} dans une pause, ou temps pris à un voisin',
    },
  },
  'too-many-words': {
    unit: 'number',
    isLack: false,
    about: 'speed',
    fixes: ['extend', 'borrow'],
    inCue: (cue, rules) => (isInWords(rules) ? findSpeed(cue, rules) : null),
    beforeNext: null,
    atShots: null,
    en: {
      is: 'Too fast: {value} words per minute. The limit is {limit}.',
      slight: 'Slightly too fast: {value} words per minute. The limit is {limit}.',
      count: '{count} too fast',
      fixed: '{count} too fast: extended into a pause, or time taken from a neighbor',
    },
    fr: {
      is: 'Trop rapide\u00A0: {value} mots par minute. La limite est de {limit}.',
      slight: 'Un peu trop rapide\u00A0: {value} mots par minute. La limite est de {limit}.',
      count: '{count, plural, one {# trop rapide} other {# trop rapides}}',
      fixed:
        '{count, plural, one {# trop rapide\u00A0: prolongé} other {# trop rapides\u00A0: prolongés}} dans une pause, ou temps pris à un voisin',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>

const isInWords = ({ readable, wordsPerMinute }: CaptionRules): boolean =>
  readable === undefined && wordsPerMinute !== undefined

/**
 * Null if the speed is within the limit, in the measure of the rules: table, words per minute, or characters
 * per second.
 */
function findSpeed(cue: Cue, rules: CaptionRules): FoundProblem | null {
  const { value, limit } = readingSpeed(cue, rules)
  if (limit === null) return null
  const slightLimit = 1 + SLIGHT_SPEED_SHARE
  if (rules.readable === undefined)
    return value <= limit ? null : { value, limit, isSlight: value <= limit * slightLimit }
  const { durationMs, characters } = cueFacts(cue)
  const most = readableIn(durationMs, rules.readable)
  return characters <= most ? null : { value, limit, isSlight: characters <= most * slightLimit }
}
