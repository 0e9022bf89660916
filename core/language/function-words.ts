import { lineBreakWords } from './line-break-words.ts'

/**
 * Whether a word is a function word (article, pronoun, preposition, conjunction, auxiliary): not a name, and
 * so frequent that one occurrence says nothing about the others. False in languages without lists.
 * @param word without punctuation around it
 * @param language ISO 639-1, with or without a region
 */
export function isFunctionWord(word: string, language: string): boolean {
  const { noBreakAfter, noBreakBefore, breakBefore, negationEnds } = lineBreakWords(language)
  const bare = word.replaceAll('’', "'").toLowerCase()
  return [noBreakAfter, noBreakBefore, breakBefore, negationEnds].some((words) => words.has(bare))
}
