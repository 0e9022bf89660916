import type { Correction } from '../format.ts'

/** A text without its byte order mark; `corrections` reports one, and collects those of a reader. */
export function withoutByteOrderMark(text: string): {
  readonly plain: string
  readonly corrections: Correction[]
} {
  if (!text.startsWith('\uFEFF')) return { plain: text, corrections: [] }
  return { plain: text.slice(1), corrections: [{ code: 'byte-order-mark', line: 1, detail: '' }] }
}

/** The lines of a text, whichever of the three line ends it has. */
export const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/)
