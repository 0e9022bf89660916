import type { Paragraph, Transcript } from '#core/transcript/transcript'

/**
 * A line without text. Core has no empty paragraphs, so such a line exists only while the caret is in it.
 * `paragraphId`: its text was deleted and core is not updated yet; null: opened by Enter, without a paragraph.
 */
export interface BlankLine {
  /** From 0. */
  readonly line: number
  readonly paragraphId: string | null
}

/** What the lines of the surface represent: one paragraph per line, in order, except opened blank lines. */
export interface Lines {
  readonly transcript: Transcript
  /** In order; usually empty. */
  readonly blanks: readonly BlankLine[]
}

/** The paragraph of a line (from 0); null for an opened blank line. */
export function paragraphOfLine({ transcript, blanks }: Lines, line: number): Paragraph | null {
  let opened = 0
  for (const blank of blanks) {
    if (blank.line > line) break
    if (blank.paragraphId !== null) continue
    if (blank.line === line) return null
    opened += 1
  }
  return transcript.paragraphs[line - opened] ?? null
}

/** The line of a paragraph, by its index in the transcript. */
export function lineOfParagraph({ blanks }: Lines, index: number): number {
  let line = index
  for (const blank of blanks) {
    if (blank.paragraphId === null && blank.line <= line) line += 1
  }
  return line
}

export function isBlankText(text: string): boolean {
  return text.trim() === ''
}
