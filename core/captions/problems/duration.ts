import { wordCount } from '../costs/reading-time.ts'
import type { ProblemKind } from './problem-kind.ts'

/** Falling short of the minimum duration by up to this is invisible: two frames at 24 a second. */
const SLIGHT_SHORT_MS = 84

export const durationProblems = {
  'too-short': {
    unit: 'time',
    isLack: true,
    about: 'duration',
    fixes: ['extend', 'borrow'],
    inCue: (cue, { minDurationMs, minMsPerWord = 0 }) => {
      const value = cue.endMs - cue.startMs
      const limit = Math.max(minDurationMs, wordCount(cue) * minMsPerWord)
      return value < limit ? { value, limit, isSlight: limit - value <= SLIGHT_SHORT_MS } : null
    },
    beforeNext: null,
    atShots: null,
    en: {
      is: 'Shown too briefly: {value}\u00A0s. The minimum is {limit}\u00A0s.',
      slight: 'Shown slightly too briefly: {value}\u00A0s. The minimum is {limit}\u00A0s.',
      count: '{count} too short',
      fixed: '{count} too short: extended',
    },
    fr: {
      is: 'Affiché trop brièvement\u00A0: {value}\u00A0s. Le minimum est de {limit}\u00A0s.',
      slight: 'Affiché un peu trop brièvement\u00A0: {value}\u00A0s. Le minimum est de {limit}\u00A0s.',
      count: '{count, plural, one {# trop bref} other {# trop brefs}}',
      fixed: '{count, plural, one {# trop bref\u00A0: prolongé} other {# trop brefs\u00A0: prolongés}}',
    },
  },
  'too-long': {
    unit: 'time',
    isLack: false,
    about: 'duration',
    fixes: ['split'],
    inCue: ({ startMs, endMs }, { maxDurationMs: limit }) =>
      endMs - startMs > limit ? { value: endMs - startMs, limit, isSlight: false } : null,
    beforeNext: null,
    atShots: null,
    en: {
      is: 'Shown too long: {value}\u00A0s. The maximum is {limit}\u00A0s.',
      slight: null,
      count: '{count} shown too long',
      fixed: '{count} shown too long: ended earlier, or split',
    },
    fr: {
      is: 'Affiché trop longtemps\u00A0: {value}\u00A0s. Le maximum est de {limit}\u00A0s.',
      slight: null,
      count: '{count, plural, one {# affiché trop longtemps} other {# affichés trop longtemps}}',
      fixed:
        '{count, plural, one {# affiché trop longtemps\u00A0: terminé plus tôt, ou divisé} other {# affichés trop longtemps\u00A0: terminés plus tôt, ou divisés}}',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>
