/**
 * Control characters that a terminal executes instead of showing: escape sequences and single controls of
 * either set (C0, DEL, C1), line separators, and characters that change the direction of the following text.
 */
const OBEYED = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu

/**
 * A text that is safe to print: control characters become `\u001b` etc., which is also valid inside a JSON
 * string. `kept`: characters left unchanged, such as line ends between this program's own lines.
 */
export function printable(text: string, kept = ''): string {
  return text.replaceAll(OBEYED, (sign, at: number) => {
    const isLineEnd = sign === '\r' && kept.includes('\n') && text[at + 1] === '\n'
    if (isLineEnd || kept.includes(sign)) return sign
    return String.raw`\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
