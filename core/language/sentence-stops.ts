import { lineBreakWords } from './line-break-words.ts'

/**
 * Abbreviations that usually occur within a sentence, besides the titles of `lineBreakWords`; without their
 * last period.
 */
const abbreviations: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'vs etc approx est esp incl fig figs vol vols ed eds pp cf ca al inc ltd co corp dept univ ave blvd mt ft capt lt maj sen rep gov pres jan feb apr aug sept oct nov dec'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'etc env ex cf fig chap vol éd pp réf tél hab av bd boul apr adr dir min max janv févr avr juil sept oct nov déc'.split(
      ' ',
    ),
  ),
}

/** Words of one letter that can end a sentence. */
const shortWords: Readonly<Record<string, ReadonlySet<string>>> = { en: new Set(['i']), fr: new Set(['y']) }

/**
 * Whether a sentence ends before a position in a text: a full stop, question or exclamation mark, then space.
 * Periods of an abbreviation ("M.", "e.g.", "p. ex."), of a number and of "…" do not end one.
 * @param at where the next word would begin
 * @param language ISO 639-1, with or without a region
 */
export function isAfterStop(text: string, at: number, language: string): boolean {
  const [, said = '', stop] = /(\S*)\s?([.?!])\s+$/u.exec(lineBefore(text, at)) ?? []
  if (stop === undefined) return false
  if (stop !== '.') return true
  const word = said.replace(/^[^\p{L}\p{N}]+/u, '').toLowerCase()
  if (word === '' || /[.…]$/u.test(word)) return false
  const own = language.slice(0, 2).toLowerCase()
  // An elided article is not part of an abbreviation: "d'env."
  const bare = word.replace(/^\p{L}+['’](?=.)/u, '')
  if (/^\p{L}$/u.test(bare)) return shortWords[own]?.has(bare) === true
  if (/^\p{L}.*\.\p{L}+$/u.test(bare)) return false
  return !lineBreakWords(language).titles.has(bare) && abbreviations[own]?.has(bare) !== true
}

/**
 * A line end within captions counts as a space; in longer texts only the text near the position is searched.
 */
const lineBefore = (text: string, at: number): string => text.slice(Math.max(0, at - 80), at)

/**
 * Whether a word may be capitalized: its first letter is lower case, it has no inner capitals and is not an
 * address or code.
 */
export function takesCapital(text: string, at: number): boolean {
  const word = /^\S+/u.exec(text.slice(at, at + 80))?.[0] ?? ''
  if (!/^\p{Ll}/u.test(word) || /\p{Lu}|\p{N}|[@/_\\]|\.\p{L}/u.test(word)) return false
  return word.charAt(0).toUpperCase().length === 1
}
