import { shownText } from '../marks/shown-text.ts'
import type { KnownMark } from '../../transcript/marks/mark.ts'
import type { Mark, Transcript } from '../../transcript/transcript.ts'

export type TranslationMark = Extract<KnownMark, { kind: 'translation' }>

export const isTranslationMark = (mark: Mark): mark is TranslationMark => mark.kind === 'translation'

/** The languages of a transcript's translations, in the order in which they were added. */
export function translationLanguages({ marks }: Pick<Transcript, 'marks'>): string[] {
  return [...new Set(marks.filter(isTranslationMark).map(({ value }) => value.language))]
}

/** The translations into one language, in their order in the transcript; including blank ones. */
export function translationsInto({ marks }: Pick<Transcript, 'marks'>, language: string): TranslationMark[] {
  return marks.filter(isTranslationMark).filter(({ value }) => value.language === language)
}

/** A translation as stored: lines without outer or double spaces, none of them blank. */
export function translationText(typed: string): string {
  return typed
    .split(/\r\n|\n|\r/u)
    .map(shownText)
    .filter((line) => line !== '')
    .join('\n')
}

/** Marks never change in place, and most are unchanged from one change to the next. */
const known = new WeakMap<TranslationMark, string>()

/** The text of a mark as stored; '' for a blank one. */
export function textOfMark(mark: TranslationMark): string {
  const before = known.get(mark)
  if (before !== undefined) return before
  const text = translationText(mark.value.text)
  known.set(mark, text)
  return text
}

/** Joins several texts: each begins a line if one of them has several lines. */
export function joinTranslations(texts: readonly string[]): string {
  const shown = texts.filter((text) => text !== '')
  return shown.join(shown.some((text) => text.includes('\n')) ? '\n' : ' ')
}
