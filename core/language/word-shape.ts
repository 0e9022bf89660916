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

/** Properties of a word next to a break, in any language. Words are lower case with straight apostrophes. */
export interface WordShape {
  /** The word before a break, without punctuation. */
  readonly leftWord: string
  /** The same with closing punctuation: an elided form keeps its apostrophe. */
  readonly elided: string
  readonly endsSentence: boolean
  /** If it ends with a period, which may belong to an abbreviation: the text before it; else null. */
  readonly abbreviation: string | null
  /** A single capital and a period. */
  readonly isInitial: boolean
  /** A capitalized word without its period, longer than a letter or with one; null for others. */
  readonly title: string | null
  readonly endsClause: boolean
  readonly endsComma: boolean
  readonly isNumberBefore: boolean
  readonly isNameBefore: boolean
  /** The word after a break, without punctuation. */
  readonly rightWord: string
  readonly startsLower: boolean
  readonly startsUpper: boolean
  readonly isNumberAfter: boolean
  readonly isNameAfter: boolean
  readonly hasLetterAfter: boolean
  /** The word ends a clause or a quantity for a negation. */
  readonly endsWithPunctuation: boolean
}

/** About the number of distinct words in a long text. */
const MAX_KNOWN = 20_000
const known = new Map<string, WordShape>()

/** Cached, because words recur. */
export function wordShape(word: string): WordShape {
  const before = known.get(word)
  if (before !== undefined) return before
  if (known.size >= MAX_KNOWN) known.clear()
  const shape = shapeOf(word)
  known.set(word, shape)
  return shape
}

export const normalWord = (word: string): string => word.replaceAll('’', "'").toLowerCase()

function shapeOf(word: string): WordShape {
  const left = word.replace(closing, '')
  const right = word.replace(opening, '')
  const bare = left.replace(opening, '')
  const rightBare = right.replace(closing, '').replace(endPunctuation, '')
  const [rightWord, elided] = [normalWord(rightBare), normalWord(right)]
  const isTitle = startsUpper.test(left) && (left.endsWith('.') || left.length > 1)
  return {
    leftWord: normalWord(bare),
    elided,
    endsSentence: sentenceEnd.test(left),
    abbreviation: left.endsWith('.') ? normalWord(left.slice(0, -1)) : null,
    isInitial: initial.test(left),
    title: isTitle ? normalWord(left.replace(/\.$/, '')) : null,
    endsClause: clauseEnd.test(left),
    endsComma: commaEnd.test(left),
    isNumberBefore: numeral.test(left),
    isNameBefore: startsUpper.test(bare) && !firstPerson.test(bare),
    rightWord,
    startsLower: startsLower.test(right),
    startsUpper: startsUpper.test(right),
    isNumberAfter: numeral.test(rightWord),
    isNameAfter: startsUpper.test(right) && !firstPerson.test(rightBare),
    hasLetterAfter: hasLetter.test(rightWord),
    endsWithPunctuation: endPunctuation.test(elided),
  }
}
