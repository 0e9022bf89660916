import { endsWithStop } from '../align/ends-with-stop.ts'
import type { Word } from '../transcript/transcript.ts'
import type { DifferingPart } from './difference.ts'

/** In a text of this length, a model that produces punctuation or capitals has produced some. */
const FEWEST_WORDS = 8

/**
 * Whether a text has neither punctuation nor both upper and lower case: such a model produces none, whatever
 * was said.
 */
export function isBare(words: readonly Pick<Word, 'text'>[]): boolean {
  const text = words.map((word) => word.text).join(' ')
  if (words.length < FEWEST_WORDS || !/\p{L}/u.test(text)) return false
  return !/[.,;:!?…。，？！]/u.test(text) && !(/\p{Lu}/u.test(text) && /\p{Ll}/u.test(text))
}

/** Words of such a text with the capitals and the punctuation of the words that they replace. */
export function dressWords({ paragraph, from, to, words }: DifferingPart): readonly Word[] {
  const now = paragraph.words.slice(from, to)
  const before = paragraph.words[from - 1]
  const isFirst = before === undefined || endsWithStop(before.text)
  const tail = /[^\p{L}\p{M}\p{N}]*$/u.exec(now.at(-1)?.text ?? '')?.[0] ?? ''
  return words.map((word, index) => {
    const plain = word.text.toLowerCase()
    const opened = isFirst && index === 0 ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain
    return { ...word, text: index === words.length - 1 ? opened + tail : opened }
  })
}
