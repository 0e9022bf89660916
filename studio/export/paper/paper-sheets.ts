/** What stands on paper, one below the other; lengths are in points. */
export interface PaperPart {
  /** HTML before and after the text. */
  readonly open: string
  readonly close: string
  /** Not escaped; may be continued on the next sheet. Empty: `open` is all of it. */
  readonly text: string
  readonly size: number
  /** Height without the text. */
  readonly height: number
  readonly spaceBefore: number
  /** Stays on the sheet on which the next part begins. */
  readonly keepsNext: boolean
  readonly startsSheet: boolean
}

/** A4 with its margins. */
export const sheet = { width: 595.28, height: 841.89, side: 72, top: 68, bottom: 76 } as const
const WIDTH = sheet.width - 2 * sheet.side
const HEIGHT = sheet.height - sheet.top - sheet.bottom

/** Line height by size. */
export const LEADING = 1.45
/** Mean width of a letter by size. */
const LETTER = 0.49
/** Minimum number of lines of a part on either sheet. */
const TOGETHER = 2

/**
 * Parts on sheets, by an estimate of how high they are: an office suite breaks pages by its own typefaces, so what is
 * shown is about as much as a page holds.
 */
export function sheetsOf(parts: readonly PaperPart[]): PaperPart[][] {
  const sheets: PaperPart[][] = [[]]
  let y = 0
  const add = (part: PaperPart): void => {
    const isFirst = sheets.at(-1)?.length === 0
    y += (isFirst ? 0 : part.spaceBefore) + heightOf(part)
    sheets.at(-1)?.push(part)
  }
  const startSheet = (): void => {
    if (sheets.at(-1)?.length === 0) return
    sheets.push([])
    y = 0
  }
  for (const [index, given] of parts.entries()) {
    if (given.startsSheet) startSheet()
    let part: PaperPart | null = given
    while (part !== null) {
      const next: PaperPart | undefined = part.keepsNext ? parts[index + 1] : undefined
      const room = HEIGHT - y - part.spaceBefore
      if (heightOf(part) + (next === undefined ? 0 : leastHeight(next)) <= room) {
        add(part)
        part = null
      } else {
        const lines = Math.floor((room - part.height) / (part.size * LEADING))
        const isEmpty: boolean = sheets.at(-1)?.length === 0
        const [now, later]: readonly [PaperPart | null, PaperPart] = splitPart(part, lines)
        if (now !== null) add(now)
        else if (isEmpty) add(part)
        part = now === null && isEmpty ? null : later
        startSheet()
      }
    }
  }
  return sheets.filter((each) => each.length > 0)
}

const lettersInLine = (size: number): number => Math.floor(WIDTH / (size * LETTER))
const linesOf = ({ text, size }: PaperPart): number => Math.ceil(text.length / lettersInLine(size))
const heightOf = (part: PaperPart): number => part.height + linesOf(part) * part.size * LEADING

function leastHeight(part: PaperPart): number {
  const lines = part.text === '' ? 0 : Math.min(TOGETHER, linesOf(part))
  return part.spaceBefore + part.height + lines * part.size * LEADING
}

/** The lines that fit, and the rest; all of it is the rest where the lines would be too few. */
function splitPart(part: PaperPart, lines: number): readonly [PaperPart | null, PaperPart] {
  if (lines < TOGETHER || part.keepsNext || linesOf(part) - lines < TOGETHER) return [null, part]
  const at = part.text.lastIndexOf(' ', lines * lettersInLine(part.size))
  if (at <= 0) return [null, part]
  const rest = { ...part, text: part.text.slice(at + 1), spaceBefore: 0, startsSheet: false }
  return [{ ...part, text: part.text.slice(0, at) }, rest]
}
