import { lineBreakWords, type LineBreakWords } from './line-break-words.ts'

/**
 * What a break between two words cuts, from the best place to the worst:
 * `sentence` after its end · `clause` after ; : – or … · `comma` · `conjunction` before one or a preposition ·
 * `plain` · `bound` after a word that belongs to the next (article, pronoun, auxiliary, negation …) · `quantity`
 * number and what is counted · `name` two capitalized words, or a title and its name · `measure` number and unit,
 * month, % or currency.
 */
export type BreakKind =
  | 'sentence'
  | 'clause'
  | 'comma'
  | 'conjunction'
  | 'plain'
  | 'bound'
  | 'quantity'
  | 'name'
  | 'measure'

const closing = /[\p{Pe}\p{Pf}"'’»\s\u00A0\u202F]+$/u
const opening = /^[\p{Ps}\p{Pi}"'‘«¿¡\s\u00A0\u202F]+/u
const sentenceEnd = /[.?!…。！？؟।]$/u
const clauseEnd = /[;:；：—–-]$/u
const commaEnd = /[,、，،]$/u
const endPunctuation = /[.?!…,;:%\s\u00A0\u202F]+$/u
const startsLower = /^\p{Ll}/u
const startsUpper = /^\p{Lu}/u
const initial = /^\p{Lu}\.$/u
const numeral = /^[+-]?[$€£]?\d[\d.,:\u00A0\u202F/]*(?:st|nd|rd|th|er|re|e|ème)?$/u
/** `I` and its contractions are capitalized but are not names. */
const firstPerson = /^I(?:['’]\p{L}+)?$/u
const hasLetter = /\p{L}/u
/** How many words before its `pas` a `ne` may be: auxiliary and pronouns between (n'y en a pas). */
const negationReach = 4

const normal = (word: string): string => word.replaceAll('’', "'").toLowerCase()

/** Whether a sentence ends with this word, given the word that follows. */
export function endsSentence(word: string, next: string, language: string): boolean {
  const bare = word.replace(closing, '')
  if (!sentenceEnd.test(bare)) return false
  if (startsLower.test(next.replace(opening, ''))) return false
  if (!bare.endsWith('.')) return true
  return !initial.test(bare) && !lineBreakWords(language).titles.has(normal(bare.slice(0, -1)))
}

/**
 * What a break before `words[at]` would cut.
 * @param words texts of one speaker's words in order, with their punctuation, without spaces around them
 * @param at index of the word that would begin the new line, 1 or more
 * @param language ISO 639-1
 */
export function breakBefore(words: readonly string[], at: number, language: string): BreakKind {
  const previous = words[at - 1] ?? ''
  const next = words[at] ?? ''
  if (previous === '' || next === '') return 'sentence'
  if (endsSentence(previous, next, language)) return 'sentence'
  const lists = lineBreakWords(language)
  const left = previous.replace(closing, '')
  const right = next.replace(opening, '')
  if (isTitle(left, lists) || (initial.test(left) && startsUpper.test(right))) return 'name'
  if (clauseEnd.test(left) || sentenceEnd.test(left)) return 'clause'
  if (commaEnd.test(left)) return 'comma'
  return insideClause(words, at, left, right, lists)
}

function insideClause(
  words: readonly string[],
  at: number,
  left: string,
  right: string,
  lists: LineBreakWords,
): BreakKind {
  const leftWord = normal(left.replace(opening, ''))
  const rightWord = normal(right.replace(closing, '').replace(endPunctuation, ''))
  if (numeral.test(left)) {
    const isMeasure = rightWord === '' || numeral.test(rightWord) || isBesideNumber(rightWord, lists)
    return isMeasure ? 'measure' : 'quantity'
  }
  if (lists.calendar.has(leftWord) && numeral.test(rightWord)) return 'measure'
  if (isName(left.replace(opening, ''), right)) return 'name'
  // An elided form is listed with its apostrophe; after other words an apostrophe closes a quotation.
  const elided = normal((words[at - 1] ?? '').replace(opening, ''))
  if (lists.noBreakAfter.has(leftWord) || lists.noBreakAfter.has(elided)) return 'bound'
  if (lists.noBreakBefore.has(rightWord)) return 'bound'
  if (lists.negationEnds.has(rightWord) && followsNegation(words, at)) return 'bound'
  return lists.breakBefore.has(rightWord) ? 'conjunction' : 'plain'
}

const isTitle = (word: string, lists: LineBreakWords): boolean =>
  startsUpper.test(word) &&
  lists.titles.has(normal(word.replace(/\.$/, ''))) &&
  (word.endsWith('.') || word.length > 1)

const isBesideNumber = (word: string, lists: LineBreakWords): boolean =>
  lists.units.has(word) || lists.calendar.has(word) || !hasLetter.test(word)

const isName = (left: string, right: string): boolean =>
  startsUpper.test(left) && startsUpper.test(right) && !firstPerson.test(left) && !isFirstPerson(right)

const isFirstPerson = (word: string): boolean =>
  firstPerson.test(word.replace(closing, '').replace(endPunctuation, ''))

function followsNegation(words: readonly string[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - negationReach; back--) {
    const word = normal(words[back] ?? '').replace(opening, '')
    if (word === 'ne' || word.startsWith("n'")) return true
    if (endPunctuation.test(word)) return false
  }
  return false
}
