import type { Word } from '../transcript/transcript.ts'

/** Before ; ! ? */
const THIN = '\u202F'
/** Before : % € » and after « */
const NO_BREAK = '\u00A0'

/** Marks that stand off the word before them, as a word of their own: " ?", " ?!", " »." */
const CLOSING_WORD = /^[;!?:%€»]+[.,…)\]"”]*$/u
const OPENING_WORD = /^«$/u
/** Spaces do not belong in these, whatever marks they hold. */
const ADDRESS = /:\/\/|@|^www\./iu

/**
 * French punctuation as it is set in France: a mark that comes as a word of its own joins the word that it
 * belongs to, and the space between them is one that no line breaks at. Numbers, times, addresses and other
 * languages stay as they are, Canadian French too (no space before ; ! ?). Doing it again changes nothing.
 * @param language ISO 639-1, with or without a region
 */
export function frenchSpacing(words: readonly Word[], language: string): Word[] {
  if (!/^fr(?![a-z])/iu.test(language) || /^fr[-_]ca$/iu.test(language)) return [...words]
  const spaced: Word[] = []
  let opening: Word | null = null
  for (const word of words) {
    const last = spaced.at(-1)
    if (last !== undefined && opening === null && isClosing(word, last)) {
      const text = `${last.text}${spaceBefore(word.text)}${word.text}`
      spaced[spaced.length - 1] = joined(last, word, spaceInside(text), last)
    } else if (OPENING_WORD.test(word.text) && opening === null) {
      opening = word
    } else if (opening !== null) {
      spaced.push(joined(opening, word, spaceInside(`${opening.text}${NO_BREAK}${word.text}`), word))
      opening = null
    } else {
      spaced.push({ ...word, text: spaceInside(word.text) })
    }
  }
  if (opening !== null) spaced.push(opening)
  return spaced
}

/** Without a space before it, a mark after a figure may be part of a time or a number. */
function isClosing(word: Word, last: Word): boolean {
  return CLOSING_WORD.test(word.text) && (word.before !== '' || !/\d$/u.test(last.text))
}

const spaceBefore = (mark: string): string => (/^[;!?]/u.test(mark) ? THIN : NO_BREAK)

/** One word of two, with the times and the id of the one that is spoken. */
function joined(first: Word, second: Word, text: string, spoken: Word): Word {
  const confidences = [first.confidence, second.confidence].filter((confidence) => confidence !== null)
  return {
    ...spoken,
    before: first.before,
    text,
    confidence: confidences.length > 0 ? Math.min(...confidences) : null,
  }
}

/** The same inside a word, where the mark came with it: "quoi?", "quoi ?", "«oui»". */
function spaceInside(text: string): string {
  if (ADDRESS.test(text)) return text
  return text
    .replace(/(?<=[\p{L}\p{N}.…)\]"”'’»%€])[ \u00A0\u202F]*(?=[;!?]+[»"”)\]]*$)/u, THIN)
    .replace(/(?<=\p{L})[ \u00A0\u202F]*(?=:$)/u, NO_BREAK)
    .replace(/(?<=[^\s«])[ \u00A0\u202F]*(?=»)/u, NO_BREAK)
    .replace(/«[ \u00A0\u202F]*(?=\S)/u, `«${NO_BREAK}`)
    .replace(/(?<=[\p{L}\p{N}])[ \u00A0\u202F]+(?=[%€:])/u, NO_BREAK)
}
