import { endsSentence } from '../fillers/find-fillers.ts'
import { commonEnds, middleOf } from '../sequences/common-ends.ts'
import type { Word } from '../transcript/transcript.ts'
import { MAX_TERM_WORDS } from './term.ts'
import { wordParts } from './word-parts.ts'

/**
 * The words of a paragraph that differ between two states, without the words around them that are equal in
 * both.
 */
export interface ChangedWords {
  readonly before: readonly Word[]
  readonly after: readonly Word[]
  /** Index of the first of them, in both states. */
  readonly at: number
}

/** Compares words by their text alone; none differ if both states have the same text. */
export function changedWords(before: readonly Word[], after: readonly Word[]): ChangedWords {
  const ends = commonEnds(before, after, (one, other) => one.text === other.text)
  return { before: middleOf(before, ends), after: middleOf(after, ends), at: ends.head }
}

/** A person's correction of recognized words, without surrounding punctuation. */
export interface MadeCorrection {
  readonly heard: readonly string[]
  readonly text: string
  readonly language: string
  /** Its first word begins a sentence, which may be why it is capitalized. */
  readonly isAtStart: boolean
}

/**
 * The correction that a change made: up to six recognized words became up to six others. Null if words were
 * only added or removed, or only punctuation changed.
 * @param words the paragraph's words after the change
 * @param language ISO 639-1
 */
export function madeCorrection(
  { before, after, at }: ChangedWords,
  words: readonly Word[],
  language: string,
): MadeCorrection | null {
  if (before.length === 0 || after.length === 0) return null
  if (before.length > MAX_TERM_WORDS || after.length > MAX_TERM_WORDS) return null
  if (!before.every(isFound)) return null
  const heard = coreTexts(before, language)
  const text = coreTexts(after, language).join(' ')
  if (heard.join(' ') === text || text === '' || heard.includes('')) return null
  const isCaseAlone = heard.join(' ').toLowerCase() === text.toLowerCase()
  if (!isCaseAlone && letters(before) === letters(after)) return null
  return { heard, text, language, isAtStart: startsSentence(words, at) }
}

/** Not typed by a person: recognized, or read from a file. */
export const isFound = ({ origin }: Word): boolean => origin === 'recognised' || origin === 'imported'

/** The texts of words without what precedes the first and follows the last. */
function coreTexts(words: readonly Word[], language: string): string[] {
  return words.map(({ text }, index) => {
    const { lead, tail } = wordParts(text, language)
    const from = index === 0 ? lead.length : 0
    return text.slice(from, index === words.length - 1 ? text.length - tail.length : text.length)
  })
}

/** The text without punctuation, in lower case. */
const letters = (words: readonly Word[]): string =>
  words.map(({ text }) => text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase()).join(' ')

export function startsSentence(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]
  return before === undefined || endsSentence(before.text)
}
