import type { Cue } from '#core/captions/cues'
import type { Transcript } from '#core/transcript/transcript'

/** Number of characters other than white space before an offset. */
export function lettersBefore(text: string, offset: number): number {
  return text.slice(0, offset).replace(/\s/gu, '').length
}

/** The offset after a number of non-space characters; the text's length if it has fewer. */
export function offsetAfter(text: string, letters: number): number {
  if (letters <= 0) return 0
  let left = letters
  for (let index = 0; index < text.length; index += 1) {
    if (/\S/u.test(text.charAt(index))) left -= 1
    if (left === 0) return index + 1
  }
  return text.length
}

/** Whether two texts differ only in white space. */
export function sameLetters(a: string, b: string): boolean {
  return a.replace(/\s/gu, '') === b.replace(/\s/gu, '')
}

/**
 * The caret position after captions were cut anew: this many letters after the start of the caption at
 * `index`, in that one or a later one.
 */
export function caretAfter(
  cues: readonly Cue[],
  index: number,
  letters: number,
  textOf: (cue: Cue) => string,
): { readonly index: number; readonly offset: number } {
  let left = letters
  for (let at = index; at < cues.length; at += 1) {
    const cue = cues[at]
    if (cue === undefined) break
    const text = textOf(cue)
    const length = lettersBefore(text, text.length)
    if (left <= length || at === cues.length - 1) return { index: at, offset: offsetAfter(text, left) }
    left -= length
  }
  return { index, offset: 0 }
}

/**
 * Number of letters in the caption before a word that was in the previous one: the typed text begins after
 * it.
 */
export function lettersAhead(
  cue: Pick<Cue, 'wordIds'> | undefined,
  wordId: string | undefined,
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
): number {
  const at = wordId === undefined ? -1 : (cue?.wordIds.indexOf(wordId) ?? -1)
  if (at < 0) return 0
  const ahead = new Set(cue?.wordIds.slice(0, at + 1))
  const words = paragraphs.flatMap((paragraph) => paragraph.words.filter(({ id }) => ahead.has(id)))
  return words.reduce((sum, { text }) => sum + lettersBefore(text, text.length), 0)
}
