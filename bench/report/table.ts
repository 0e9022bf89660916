export type Cell = string | number

/** A Markdown table: the first column left-aligned, numbers right-aligned. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(3, ...lines.map((line) => (line[column] ?? '').length)))
  const pad = (text: string, column: number): string => {
    const space = ' '.repeat((widths[column] ?? 0) - text.length)
    return column === 0 ? text + space : space + text
  }
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const [first = [], ...rest] = lines.map((line) => head.map((_, column) => pad(line[column] ?? '', column)))
  return [row(first), row(rule), ...rest.map(row)].join('\n')
}

/** A share as `12.3 %`. */
export const percent = (share: number): string =>
  Number.isFinite(share) ? `${(share * 100).toFixed(1)} %` : '–'

export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`

export const seconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} s`

export const megabytes = (bytes: number | null): string =>
  bytes === null ? 'not measured here' : `${Math.round(bytes / 1e6)} MB`

export const mebibytes = (bytes: number | null): string =>
  bytes === null ? 'not measured here' : `${Math.round(bytes / 1024 ** 2)} MiB`

/** Whether an aim is met, in a word. */
export const met = (isMet: boolean): string => (isMet ? 'met' : '**missed**')
