/** A value in a tab-separated line: tabs, line breaks and backslashes become `\t`, `\n`, `\r`, `\\`. */
export function escapeValue(value: string): string {
  return value
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('\t', String.raw`\t`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
}

const ESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' }

/** Reverses `escapeValue`. */
export function unescapeValue(written: string): string {
  return written.replaceAll(/\\([tnr\\])/gu, (all, letter: string) => ESCAPED[letter] ?? all)
}

export function tsvLine(values: readonly string[]): string {
  return `${values.map(escapeValue).join('\t')}\n`
}

/** Lines of a table without its header; a truncated last line, which has no line break, is omitted. */
export function* tsvRows(text: string): Generator<string[]> {
  let start = text.indexOf('\n') + 1
  if (start === 0) return
  for (let end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
    yield text.slice(start, end).split('\t').map(unescapeValue)
    start = end + 1
  }
}
