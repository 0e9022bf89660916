/**
 * Characters that a terminal obeys rather than shows: escape sequences and single controls of either set (C0, DEL, C1), line
 * separators, and those that turn the direction of what follows.
 */
const OBEYED = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu

/**
 * A text as a terminal may show it: what it would obey is written as `\u001b`, which is also valid inside a string of JSON.
 * `kept`: characters that stay, such as line ends between lines of this program's own.
 */
export function printable(text: string, kept = ''): string {
  return text.replaceAll(OBEYED, (sign, at: number) => {
    const isLineEnd = sign === '\r' && kept.includes('\n') && text[at + 1] === '\n'
    if (isLineEnd || kept.includes(sign)) return sign
    return String.raw`\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
