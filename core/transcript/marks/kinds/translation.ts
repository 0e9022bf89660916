import { jsonMark } from '../mark-kind.ts'

/** What the captions of another language show for these words. */
export interface Translation {
  /** BCP 47: `fr`, `pt-BR`. */
  readonly language: string
  /** Line ends begin lines. Blank: nothing is translated here, but the mark keeps the language. */
  readonly text: string
  /** Its own words no longer exist: it is on the nearest ones until a person places it. */
  readonly isUnplaced?: true
}

const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i

export const isTranslationLanguage = (language: string): boolean =>
  language.length <= 35 && languageTag.test(language)

/** A person's translation of these words, for the captions of another language. */
export const translation = jsonMark(
  'translation',
  {
    onEdit: 'stays',
    whenGone: ({ language, text }) => ({
      kind: 'translation',
      value: text === '' ? { language, text } : { language, text, isUnplaced: true },
    }),
    divides: 'both',
    inNewer: 'passage',
    onRedacted: 'spans',
    effect: 'text',
    isResettable: false,
    onTrim: 'goes',
    settles: null,
    silenceOf: null,
    mapTimes: null,
    outlastsWords: false,
    named: {
      set: { en: 'changing a translation', fr: 'le changement d’une traduction' },
      removed: { en: 'removing a translation', fr: 'le retrait d’une traduction' },
    },
    holdsText: true,
  },
  isTranslation,
)

function isTranslation(value: unknown): value is Translation {
  if (typeof value !== 'object' || value === null) return false
  const { language, text, isUnplaced, ...others } = value as Record<string, unknown>
  return (
    typeof language === 'string' &&
    isTranslationLanguage(language) &&
    typeof text === 'string' &&
    (isUnplaced === undefined || isUnplaced === true) &&
    Object.keys(others).length === 0
  )
}
