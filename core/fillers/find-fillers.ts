import type { Word } from '../transcript/transcript.ts'
import { isFiller } from './is-filler.ts'
import { isStarter, isStutterWord } from './repeated-words.ts'

export type FillerKind = 'filler' | 'stutter' | 'false-start'

/** Maximum length of a false start, in words. */
const MAX_START = 5
/** A word repeated after a longer pause (ms) is not a stutter. */
const MAX_PAUSE = 2_000

/**
 * The words of a paragraph that can be left out without changing its meaning, by index: fillers; a word that
 * is repeated, or cut off and repeated; the first of two runs where a sentence is restarted. Empty if nothing
 * else would be left, as "Hm." alone may be an answer, and in languages other than English and French.
 * @param language ISO 639-1, with or without a region
 */
export function findFillers(words: readonly Word[], language: string): ReadonlyMap<number, FillerKind> {
  const found = new Map<number, FillerKind>()
  const own = language.slice(0, 2).toLowerCase()
  if (own !== 'en' && own !== 'fr') return found
  for (const [index, { text }] of words.entries())
    if (isFiller(withoutMarks(text), own)) found.set(index, 'filler')
  const rest = words.flatMap((word, index) => (found.has(index) ? [] : [toSpoken(word, index)]))
  for (let at = 0; at < rest.length;) {
    const length = repeatedLength(rest, at, own)
    for (const { index } of rest.slice(at, at + length))
      found.set(index, length > 1 ? 'false-start' : 'stutter')
    at += Math.max(1, length)
  }
  return words.some(({ text }, index) => !found.has(index) && bareWord(text) !== '') ? found : new Map()
}

/** Whether a word is a filler by itself, in English and French. */
export const isFillerText = (text: string, language: string): boolean =>
  isFiller(withoutMarks(text), language)

/** The comma after a word stays: it distinguishes a particle from a name. */
const withoutMarks = (text: string): string => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N},]+$/gu, '')

interface Spoken {
  readonly index: number
  /** Without punctuation, in lower case. */
  readonly bare: string
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}

const toSpoken = ({ text, startMs, endMs }: Word, index: number): Spoken => ({
  index,
  bare: bareWord(text),
  text: text.trim(),
  startMs,
  endMs,
})

/** A word without surrounding punctuation, in lower case, with a straight apostrophe. */
export const bareWord = (text: string): string =>
  text
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}']+$/gu, '')
    .toLowerCase()

/** How many words from here are repeated immediately after; 0: none. */
function repeatedLength(words: readonly Spoken[], at: number, language: string): number {
  for (let length = MAX_START; length > 0; length -= 1) {
    const first = words.slice(at, at + length)
    const second = words.slice(at + length, at + 2 * length)
    if (second.length < length || !isSaidAgain(first, second)) continue
    const isCut = isCutOff(first.at(-1)?.text ?? '')
    if (
      isCut ||
      (length === 1
        ? isStutterWord(first[0]?.bare ?? '', language)
        : isBegunAgain(first, second, words[at + 2 * length], language))
    )
      return length
  }
  return 0
}

function isSaidAgain(first: readonly Spoken[], second: readonly Spoken[]): boolean {
  const [last, next] = [first.at(-1), second[0]]
  if (last === undefined || next === undefined || next.startMs - last.endMs > MAX_PAUSE) return false
  if (first.some(({ text }) => endsSentence(text))) return false
  return first.every(({ bare, text }, place) => {
    const again = second[place]?.bare ?? ''
    if (bare === '' || again === '') return false
    return bare === again || (place === first.length - 1 && isCutOff(text) && again.startsWith(bare))
  })
}

/** The same words twice may be intended ("I know, I know."): after a false start the sentence continues. */
function isBegunAgain(
  first: readonly Spoken[],
  second: readonly Spoken[],
  next: Spoken | undefined,
  language: string,
): boolean {
  if (new Set(first.map(({ bare }) => bare)).size < 2 || !isStarter(first[0]?.bare ?? '', language))
    return false
  return next !== undefined && next.bare !== '' && !/[\p{P}]$/u.test(second.at(-1)?.text ?? '')
}

const isCutOff = (text: string): boolean => /\p{L}[-\u2010\u2011]+,?$/u.test(text)

/** An ellipsis is a pause, not an end. */
export const endsSentence = (text: string): boolean => /(?:[?!]|(?<!\.)\.)["'’”»)\]\s]*$/u.test(text)
