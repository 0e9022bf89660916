/** What a spreadsheet interprets as the start of a formula, including full-width forms. */
const FORMULA = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/u

/**
 * A text as a cell of CSV (RFC 4180: quoted where necessary) or TSV (line breaks and tabs become spaces). An
 * apostrophe before what a spreadsheet would calculate makes it text.
 */
export function tableCell(text: string, kind: 'csv' | 'tsv'): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  if (kind === 'tsv') return safe.replaceAll(/[\t\r\n]/gu, ' ')
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
