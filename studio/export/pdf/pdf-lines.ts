import type { Face, FontRun, PdfFont } from './pdf-fonts.ts'

/** A text with one look; lengths are in points. */
export interface StyledText {
  readonly text: string
  readonly face: Face
  readonly size: number
  readonly color: string
}

/** Text drawn at once in one font; `x` from the left edge of its block. */
export interface LinePart extends Omit<StyledText, 'face'> {
  readonly font: PdfFont
  readonly x: number
  readonly width: number
}

export interface Line {
  readonly parts: readonly LinePart[]
  readonly width: number
}

/** The means to lay out text. */
export interface Typesetter {
  readonly runs: (text: string, face: Face) => readonly FontRun[]
  /** Width in points. */
  readonly widthOf: (font: PdfFont, size: number, text: string) => number
}

/** Ends of pieces that may begin a new line: after a space, and after a hyphen, dash or slash between letters. */
const breaks = /(?<=[ \u2009])(?! )|(?<=[\p{L}\p{N}][-–—/])(?=\p{L})/u

/** Lays out consecutive texts in lines no wider than `width`; splits wider pieces between letters. */
export function linesOf(typesetter: Typesetter, texts: readonly StyledText[], width: number): Line[] {
  const lines: Line[] = []
  let parts: LinePart[] = []
  let x = 0
  const endLine = (): void => {
    if (parts.length > 0) lines.push(lineOf(parts))
    parts = []
    x = 0
  }
  const place = (pieces: readonly LinePart[]): void => {
    for (const piece of pieces) {
      parts.push({ ...piece, x })
      x += piece.width
    }
  }
  for (const styled of texts) {
    for (const text of styled.text.split(breaks)) {
      const pieces = measured(typesetter, { ...styled, text })
      const needed = shownWidth(typesetter, pieces)
      if (x > 0 && x + needed > width) endLine()
      if (needed <= width) place(pieces)
      else {
        for (const letter of letters(typesetter, pieces)) {
          if (x > 0 && x + letter.width > width) endLine()
          place([letter])
        }
      }
    }
  }
  endLine()
  return lines
}

function letters({ widthOf }: Typesetter, pieces: readonly LinePart[]): LinePart[] {
  return pieces.flatMap((piece) =>
    (piece.text.match(/\P{M}\p{M}*/gu) ?? []).map((text) => ({
      ...piece,
      text,
      width: widthOf(piece.font, piece.size, text),
    })),
  )
}

/** Width without the trailing space, which a line does not need. */
function shownWidth({ widthOf }: Typesetter, pieces: readonly LinePart[]): number {
  const last = pieces.at(-1)
  if (last === undefined) return 0
  const before = pieces.slice(0, -1).reduce((sum, { width }) => sum + width, 0)
  return before + widthOf(last.font, last.size, last.text.trimEnd())
}

function measured({ runs, widthOf }: Typesetter, { text, face, size, color }: StyledText): LinePart[] {
  return runs(text, face).map((run) => ({
    text: run.text,
    font: run.font,
    size,
    color,
    x: 0,
    width: widthOf(run.font, size, run.text),
  }))
}

/** Merges adjacent parts with the same look: readers then find whole phrases in the file. */
function lineOf(parts: readonly LinePart[]): Line {
  const joined: LinePart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last !== undefined && last.font === part.font && last.size === part.size && last.color === part.color)
      joined[joined.length - 1] = { ...last, text: last.text + part.text, width: last.width + part.width }
    else joined.push(part)
  }
  const end = joined.at(-1)
  return { parts: joined, width: end === undefined ? 0 : end.x + end.width }
}
