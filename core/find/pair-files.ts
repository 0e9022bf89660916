import type { ReplacePair } from './find-replace.ts'

export const MAX_PAIRS = 1_000
/** Longest text to find or to put there, in UTF-16 units. */
export const MAX_PAIR_TEXT = 500

export interface ReadPairs {
  readonly pairs: readonly ReplacePair[]
  /** Lines that are no pair: without two columns, or with nothing to find. */
  readonly left: number
}

/** A list of pairs as the text of a file: a line each, two columns separated by a tab. */
export function writePairs(pairs: readonly ReplacePair[]): string {
  return pairs.map(({ find, by }) => `${oneCell(find)}\t${oneCell(by)}\n`).join('')
}

const oneCell = (text: string): string => text.replaceAll(/[\t\r\n]+/gu, ' ')

/** Reads a list of pairs: two columns separated by tabs, semicolons or commas; the latter with quotes as in CSV. */
export function readPairs(text: string): ReadPairs {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n?|\n/u)
    .filter((line) => line.trim() !== '')
  const separator = ['\t', ';', ','].find((sign) => lines.some((line) => line.includes(sign))) ?? '\t'
  const pairs = lines.flatMap((line): ReplacePair[] => {
    const [find = '', by] = separator === '\t' ? line.split('\t') : cellsOf(line, separator)
    return find === '' || by === undefined ? [] : [{ find, by }]
  })
  return { pairs, left: lines.length - pairs.length }
}

function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at)
    if (isQuoted && sign === '"' && line.charAt(at + 1) === '"') {
      cell += '"'
      at++
    } else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted
    else if (sign === separator && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else cell += sign
  }
  return [...cells, cell]
}
