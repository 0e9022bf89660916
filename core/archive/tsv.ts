/** A value in a line of tabs: a tab, a line break and a backslash in it are written `\t`, `\n`, `\r`, `\\`. */
export function escapeValue(value: string): string {
  return value
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('\t', String.raw`\t`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
}

const ESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' }

/** The value that `escapeValue` wrote. */
export function unescapeValue(written: string): string {
  return written.replaceAll(/\\([tnr\\])/gu, (all, letter: string) => ESCAPED[letter] ?? all)
}

export function tsvLine(values: readonly string[]): string {
  return `${values.map(escapeValue).join('\t')}\n`
}

/** Lines of a table without its header; a last line that was cut off has no line break and is left out. */
export function* tsvRows(text: string): Generator<string[]> {
  let start = text.indexOf('\n') + 1
  if (start === 0) return
  for (let end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
    yield text.slice(start, end).split('\t').map(unescapeValue)
    start = end + 1
  }
}
