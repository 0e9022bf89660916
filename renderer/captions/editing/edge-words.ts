/** The first and the last word of a text, as they are quoted on a button: without quotation marks of their own. */
export function edgeWords(text: string): { readonly first: string; readonly last: string } {
  const words = text.split(BREAKING_SPACES).filter(Boolean)
  return { first: unmarked(words[0] ?? ''), last: unmarked(words.at(-1) ?? '') }
}

/** Not those that keep a punctuation mark with its word. */
const BREAKING_SPACES = /[ \t\r\n]+/u
const MARKS = /["“”„«»]/u

const unmarked = (word: string): string => {
  const plain = word.replaceAll(/\s*["“”„«»]\s*/gu, '')
  return plain === '' ? word : plain
}

/** A text to be put between quotation marks: those around it, or a single one at an edge, are left out. */
export function unquoted(text: string): string {
  const whole = text.trim()
  const inner = whole.replace(/^["“”„«»]\s*/u, '').replace(/\s*["“”„«»]$/u, '')
  return inner === '' || MARKS.test(inner) ? whole : inner
}
