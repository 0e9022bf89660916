/** A word of a text before it has a time: the text is the concatenation of `before + text`. */
export interface TextPiece {
  readonly before: string
  readonly text: string
}

// A no-break space holds a word together ("n° 5", "vraiment ?"): it never parts two words.
const noBreakSpaces = '\u00a0\u202f\u2007\ufeff'
const wordPattern = new RegExp(`(\\s*)(\\S+(?:[${noBreakSpaces}]+\\S+)*)`, 'gu')
const openingDash = /^\s*[-–—]\s+(?=\S)/u
// Punctuation that French sets apart by a space and that is no word of its own.
const frenchPunctuation = /^[?!:;»%€]+$/u

/** Whether a character parts words. `undefined`, the end of a text, does. */
export function isBreak(character: string | undefined): boolean {
  return character === undefined || (/^\s$/u.test(character) && !noBreakSpaces.includes(character))
}

/**
 * Splits a text into words at its spaces. What stands before a word is its `before`, together with a dash that
 * opens the text; space after the last word stays at the end of that word's `text`. A text of nothing but
 * space has no words. In French, punctuation set apart by a space belongs to the word before it.
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
