import type { Word } from '#core/transcript/transcript'

/** The words as text, without the space before the first. */
export function textOf(words: readonly Pick<Word, 'before' | 'text'>[]): string {
  return words
    .map(({ before, text }) => before + text)
    .join('')
    .trim()
}
