/** A word of a text before it has times: the text is the concatenation of `before + text`. */
export interface TextPiece {
  readonly before: string
  readonly text: string
}

// A no-break space is part of a word ("n° 5", "vraiment ?") and never separates two words.
const noBreakSpaces = '\u00a0\u202f\u2007\ufeff'
const wordPattern = new RegExp(`(\\s*)(\\S+(?:[${noBreakSpaces}]+\\S+)*)`, 'gu')
const openingDash = /^\s*[-–—]\s+(?=\S)/u
// Punctuation that French separates by a space and that is not a word of its own.
const frenchPunctuation = /^[?!:;»%€]+$/u

/** Whether a character separates words. `undefined`, the end of a text, does. */
export function isBreak(character: string | undefined): boolean {
  return character === undefined || (/^\s$/u.test(character) && !noBreakSpaces.includes(character))
}

/**
 * Splits a text into words at its spaces. The text in front of a word is its `before`, including a dash that opens
 * the text; space after the last word stays at the end of that word's `text`. A text of whitespace alone has no
 * words. In French, punctuation separated by a space belongs to the preceding word.
 */
export function splitText(text: string, language: string): TextPiece[] {
  const pieces: { before: string; text: string }[] = []
  const opening = openingDash.exec(text)?.[0] ?? ''
  let end = opening.length
  for (const match of text.slice(opening.length).matchAll(wordPattern)) {
    const [whole, space = '', word = ''] = match
    const last = pieces.at(-1)
    if (last !== undefined && language === 'fr' && frenchPunctuation.test(word)) last.text += whole
    else pieces.push({ before: last === undefined ? opening + space : space, text: word })
    end += whole.length
  }
  const last = pieces.at(-1)
  if (last !== undefined) last.text += text.slice(end)
  return pieces
}
