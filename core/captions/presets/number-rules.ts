import type { ProgramLanguage } from '../../language/program-language.ts'
import type { CaptionRules } from '../caption-rules.ts'

/** The rules that are a number. */
export type NumberRule = {
  [Key in keyof CaptionRules]-?: CaptionRules[Key] extends number | undefined ? Key : never
}[keyof CaptionRules]

/** A number in the list of rules, with its name in each language of the user interface. */
export interface NumberRow extends Readonly<Record<ProgramLanguage, string>> {
  /** `whole`: as it is, in the rows of a line; `seconds`: for ms; `frames`: for ms, in frames if it is whole ones. */
  readonly unit: 'whole' | 'seconds' | 'frames'
  /** Limits by other rules, within the range. */
  readonly least?: (rules: CaptionRules) => number
  readonly most?: (rules: CaptionRules) => number
}

/** All that the program has to know of a number. */
export interface NumberRuleFacts {
  /** Minimum and maximum in files and on the page; they keep the results readable and computable. */
  readonly range: readonly [number, number]
  /** Whether a preset may lack it: null removes the one of its base. Its row is shown where it is there. */
  readonly isOptional: boolean
  /** Null: reading speed, whose measure is chosen with it. */
  readonly row: NumberRow | null
}

/** Every number, in the order of rows. */
export const numberRules: Readonly<Record<NumberRule, NumberRuleFacts>> = {
  maxCharactersPerLine: {
    range: [8, 1_000],
    isOptional: false,
    row: { unit: 'whole', en: 'Characters a line', fr: 'Caractères par ligne' },
  },
  maxLines: {
    range: [1, 10],
    isOptional: false,
    row: { unit: 'whole', en: 'Lines', fr: 'Lignes' },
  },
  charactersPerSecond: { range: [1, 1_000], isOptional: false, row: null },
  wordsPerMinute: { range: [1, 10_000], isOptional: true, row: null },
  minMsPerWord: {
    range: [0, 10_000],
    isOptional: true,
    row: { unit: 'seconds', en: 'Shortest for each word', fr: 'Minimum par mot' },
  },
  minDurationMs: {
    range: [1, 10_000],
    isOptional: false,
    row: {
      unit: 'seconds',
      most: ({ maxDurationMs }) => maxDurationMs,
      en: 'Shortest',
      fr: 'Durée minimale',
    },
  },
  maxDurationMs: {
    range: [500, 60_000],
    isOptional: false,
    row: {
      unit: 'seconds',
      least: ({ minDurationMs }) => minDurationMs,
      en: 'Longest',
      fr: 'Durée maximale',
    },
  },
  gapMs: {
    range: [0, 1_500],
    isOptional: false,
    row: { unit: 'frames', en: 'Least gap', fr: 'Intervalle minimal' },
  },
  closeGapsUnderMs: {
    // Longer ones would extend across a pause that separates cues computed independently (cue-parts.ts).
    range: [0, 1_500],
    isOptional: false,
    row: {
      unit: 'seconds',
      least: ({ gapMs }) => gapMs,
      en: 'Close gaps under',
      fr: 'Fermer les intervalles sous',
    },
  },
  lingerMs: {
    range: [0, 1_500],
    isOptional: false,
    row: { unit: 'seconds', en: 'Stays after speech', fr: 'Reste après la parole' },
  },
  startToleranceMs: {
    range: [0, 1_000],
    isOptional: false,
    row: { unit: 'seconds', en: 'May start before speech', fr: 'Peut précéder la parole de' },
  },
  pauseMs: {
    range: [200, 60_000],
    isOptional: false,
    row: {
      unit: 'seconds',
      en: 'New caption after a pause of',
      fr: 'Nouveau sous-titre après une pause de',
    },
  },
  bottomMarginPercent: {
    range: [0, 50],
    isOptional: true,
    row: { unit: 'whole', en: 'Bottom margin, % of the picture', fr: 'Marge du bas, % de l’image' },
  },
}
