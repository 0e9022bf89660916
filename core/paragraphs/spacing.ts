import type { Word } from '../transcript/transcript.ts'

/** Before ; ! ? */
const THIN = '\u202F'
/** Before : % € » and after « */
const NO_BREAK = '\u00A0'

/** Punctuation separated from the preceding word, as a word of its own: " ?", " ?!", " »." */
const CLOSING_WORD = /^[;!?:%€»]+[.,…)\]"”]*$/u
const OPENING_WORD = /^«$/u
/** No spaces are inserted in these, whatever punctuation they contain. */
const ADDRESS = /:\/\/|@|^www\./iu

/**
 * French punctuation as typeset in France: punctuation recognized as a word of its own is joined to its word
 * by a no-break space. Numbers, times, addresses and other languages are unchanged, as is Canadian French (no
 * space before ; ! ?). Idempotent.
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

/** Without a space before it, punctuation after a digit may be part of a time or a number. */
function isClosing(word: Word, last: Word): boolean {
  return CLOSING_WORD.test(word.text) && (word.before !== '' || !/\d$/u.test(last.text))
}

const spaceBefore = (mark: string): string => (/^[;!?]/u.test(mark) ? THIN : NO_BREAK)

/** Merges two words, keeping the times and the id of the spoken one. */
function joined(first: Word, second: Word, text: string, spoken: Word): Word {
  const confidences = [first.confidence, second.confidence].filter((confidence) => confidence !== null)
  return {
    ...spoken,
    before: first.before,
    text,
    confidence: confidences.length > 0 ? Math.min(...confidences) : null,
  }
}

/** The same within a word that already contains the punctuation: "quoi?", "quoi ?", "«oui»". */
function spaceInside(text: string): string {
  if (ADDRESS.test(text)) return text
  return text
    .replace(/(?<=[\p{L}\p{N}.…)\]"”'’»%€])[ \u00A0\u202F]*(?=[;!?]+[»"”)\]]*$)/u, THIN)
    .replace(/(?<=\p{L})[ \u00A0\u202F]*(?=:$)/u, NO_BREAK)
    .replace(/(?<=[^\s«])[ \u00A0\u202F]*(?=»)/u, NO_BREAK)
    .replace(/«[ \u00A0\u202F]*(?=\S)/u, `«${NO_BREAK}`)
    .replace(/(?<=[\p{L}\p{N}])[ \u00A0\u202F]+(?=[%€:])/u, NO_BREAK)
}
