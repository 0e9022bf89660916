import { lineBreakWords, type LineBreakWords } from './line-break-words.ts'
import { wordShape } from './word-shape.ts'

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

/** How many words before its `pas` a `ne` may be: auxiliary and pronouns between (n'y en a pas). */
const negationReach = 4

/** Whether a sentence ends with this word, given the word that follows. */
export function endsSentence(word: string, next: string, language: string): boolean {
  const { endsSentence: hasEnd, abbreviation, isInitial } = wordShape(word)
  if (!hasEnd || wordShape(next).startsLower) return false
  if (abbreviation === null) return true
  const lists = lineBreakWords(language)
  return !isInitial && !lists.titles.has(abbreviation) && !isDayOfMonth(word, next, lists)
}

/** A day with the period of a German ordinal: "14. Juli". */
function isDayOfMonth(word: string, next: string, { calendar }: LineBreakWords): boolean {
  return /^\d{1,2}\.$/u.test(word) && calendar.has(wordShape(next).rightWord)
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
  if (isDayOfMonth(previous, next, lists)) return 'measure'
  const left = wordShape(previous)
  const right = wordShape(next)
  const isTitle =
    (left.title !== null && lists.titles.has(left.title)) ||
    (left.abbreviation !== null && lists.titles.has(left.abbreviation) && right.startsUpper)
  if (isTitle || (left.isInitial && right.startsUpper)) return 'name'
  if (left.endsClause || left.endsSentence) return 'clause'
  if (left.endsComma) return 'comma'
  return insideClause(words, at, lists)
}

function insideClause(words: readonly string[], at: number, lists: LineBreakWords): BreakKind {
  const { leftWord, elided, isNumberBefore, isNameBefore } = wordShape(words[at - 1] ?? '')
  const { rightWord, isNumberAfter, isNameAfter, hasLetterAfter } = wordShape(words[at] ?? '')
  const isBesideNumber = lists.units.has(rightWord) || lists.calendar.has(rightWord) || !hasLetterAfter
  if (isNumberBefore) return isNumberAfter || isBesideNumber ? 'measure' : 'quantity'
  if (lists.calendar.has(leftWord) && isNumberAfter) return 'measure'
  if (isNameBefore && isNameAfter) return 'name'
  // An elided form is listed with its apostrophe; after other words an apostrophe closes a quotation.
  if (lists.noBreakAfter.has(leftWord) || lists.noBreakAfter.has(elided)) return 'bound'
  if (lists.noBreakBefore.has(rightWord)) return 'bound'
  if (lists.negationEnds.has(rightWord) && followsNegation(words, at)) return 'bound'
  return lists.breakBefore.has(rightWord) ? 'conjunction' : 'plain'
}

function followsNegation(words: readonly string[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - negationReach; back--) {
    const { elided, endsWithPunctuation } = wordShape(words[back] ?? '')
    if (elided === 'ne' || elided.startsWith("n'")) return true
    if (endsWithPunctuation) return false
  }
  return false
}
