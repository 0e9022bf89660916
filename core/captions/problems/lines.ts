import type { FoundProblem, ProblemKind } from './problem-kind.ts'

export const lineProblems = {
  'line-too-long': {
    unit: 'number',
    isLack: false,
    about: 'text',
    fixes: ['split'],
    inCue: ({ lines }, { maxCharactersPerLine: limit }) => {
      const found: FoundProblem[] = []
      for (const [line, { text }] of lines.entries())
        if (text.length > limit) found.push({ value: text.length, limit, isSlight: false, line })
      return found
    },
    beforeNext: null,
    atShots: null,
    en: {
      is: 'Line too long: {value} characters. The limit is {limit}.',
      slight: null,
      count: '{count, plural, one {# line too long} other {# lines too long}}',
      fixed: '{count, plural, one {# line too long: broken again} other {# lines too long: broken again}}',
    },
    fr: {
      is: 'Ligne trop longue\u00A0: {value} caractères. La limite est de {limit}.',
      slight: null,
      count: '{count, plural, one {# ligne trop longue} other {# lignes trop longues}}',
      fixed:
        '{count, plural, one {# ligne trop longue\u00A0: recoupée} other {# lignes trop longues\u00A0: recoupées}}',
    },
  },
  'too-many-lines': {
    unit: 'number',
    isLack: false,
    about: 'text',
    fixes: ['split'],
    inCue: ({ lines: { length: value } }, { maxLines: limit }) =>
      value > limit ? { value, limit, isSlight: false } : null,
    beforeNext: null,
    atShots: null,
    en: {
      is: 'Too many lines: {value}. The limit is {limit}.',
      slight: null,
      count: '{count} with too many lines',
      fixed: '{count} with too many lines: split',
    },
    fr: {
      is: 'Trop de lignes\u00A0: {value}. La limite est de {limit}.',
      slight: null,
      count: '{count} avec trop de lignes',
      fixed:
        '{count, plural, one {# avec trop de lignes\u00A0: divisé} other {# avec trop de lignes\u00A0: divisés}}',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>
