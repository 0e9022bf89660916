import type { ProblemKind } from './problem-kind.ts'

/** Half a frame at 25 frames per second: gaps are counted in frames, and files round them differently. */
const GAP_TOLERANCE_MS = 20
/** The same for the minimum gap, so that two frames at 25 per second count as two at 24. */
const SHORT_GAP_TOLERANCE_MS = 4

/** Problems between a cue and the next one, which begin at the end of the first. */
export const gapProblems = {
  overlap: {
    unit: 'time',
    isLack: false,
    about: 'next',
    fixes: ['gap'],
    inCue: null,
    beforeNext: (value) => (value < 0 ? { value: -value, limit: 0, isSlight: false } : null),
    atShots: null,
    en: {
      is: 'Overlaps the next caption by {value}\u00A0s.',
      slight: null,
      count: '{count, plural, one {# overlap} other {# overlaps}}',
      fixed: '{count, plural, one {# overlap: ended earlier} other {# overlaps: ended earlier}}',
    },
    fr: {
      is: 'Chevauche le sous-titre suivant de {value}\u00A0s.',
      slight: null,
      count: '{count, plural, one {# chevauchement} other {# chevauchements}}',
      fixed:
        '{count, plural, one {# chevauchement\u00A0: terminé plus tôt} other {# chevauchements\u00A0: terminés plus tôt}}',
    },
  },
  'gap-too-short': {
    unit: 'time',
    isLack: true,
    about: 'next',
    fixes: ['gap'],
    inCue: null,
    beforeNext: (value, { gapMs: limit }) =>
      value >= 0 && value < limit - SHORT_GAP_TOLERANCE_MS ? { value, limit, isSlight: true } : null,
    atShots: null,
    en: {
      is: 'Gap before the next caption too short: {value}\u00A0s. The minimum is {limit}\u00A0s.',
      slight: null,
      count: '{count, plural, one {# gap too short} other {# gaps too short}}',
      fixed: '{count, plural, one {# gap too short: opened} other {# gaps too short: opened}}',
    },
    fr: {
      is: 'Intervalle trop court avant le sous-titre suivant\u00A0: {value}\u00A0s. Le minimum est de {limit}\u00A0s.',
      slight: null,
      count: '{count, plural, one {# intervalle trop court} other {# intervalles trop courts}}',
      fixed:
        '{count, plural, one {# intervalle trop court\u00A0: ouvert} other {# intervalles trop courts\u00A0: ouverts}}',
    },
  },
  'gap-open': {
    unit: 'time',
    isLack: false,
    about: 'next',
    fixes: ['gap'],
    inCue: null,
    beforeNext: (value, { gapMs, closeGapsUnderMs: limit }) =>
      value > gapMs + GAP_TOLERANCE_MS && value < limit - GAP_TOLERANCE_MS
        ? { value, limit, isSlight: true }
        : null,
    atShots: null,
    en: {
      is: 'Gap before the next caption too small to stay open: {value}\u00A0s. The minimum is {limit}\u00A0s.',
      slight: null,
      count: '{count, plural, one {# gap to close} other {# gaps to close}}',
      fixed: '{count, plural, one {# gap closed} other {# gaps closed}}',
    },
    fr: {
      is: 'Intervalle trop petit pour rester ouvert avant le sous-titre suivant\u00A0: {value}\u00A0s. Le minimum est de {limit}\u00A0s.',
      slight: null,
      count: '{count, plural, one {# intervalle à fermer} other {# intervalles à fermer}}',
      fixed: '{count, plural, one {# intervalle fermé} other {# intervalles fermés}}',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>
