import { escapedXml } from '#core/formats/reading/xml-text'
import { LEADING, type PaperPart } from './paper-sheets.ts'

/** Size of the text, in points, and the height of a line of it. */
const TEXT = 11
export const LEADED = TEXT * LEADING

type Placed = Partial<Pick<PaperPart, 'size' | 'spaceBefore' | 'startsSheet'>>

export const linePart = (
  open: string,
  text: string,
  close: string,
  { size = TEXT, spaceBefore = 0, startsSheet = false }: Placed = {},
): PaperPart => ({ open, text, close, size, height: 0, spaceBefore, keepsNext: false, startsSheet })

const sizes = { h1: 20, h2: 13, h3: 11 } as const
const spaces = { h1: 0, h2: 24, h3: 16 } as const

/** A heading, which stays with what follows. `after`: HTML behind its text. */
export const headPart = (
  tag: keyof typeof sizes,
  text: string,
  { after = '', startsSheet = false }: { readonly after?: string; readonly startsSheet?: boolean } = {},
): PaperPart => ({
  ...linePart(`<${tag}>`, text, `${after}</${tag}>`, {
    size: sizes[tag],
    spaceBefore: spaces[tag],
    startsSheet,
  }),
  keepsNext: true,
})

/** A table, on one sheet. Cells from `numbersFrom` on are right-aligned. */
export function tablePart(
  rows: readonly (readonly string[])[],
  { hasHead = false, numbersFrom = 99 }: { readonly hasHead?: boolean; readonly numbersFrom?: number } = {},
): PaperPart {
  const lines = rows.map((cells, row) => {
    const tag = hasHead && row === 0 ? 'th' : 'td'
    const shown = cells.map((cell, column) => {
      const type = column < numbersFrom ? '' : ' class="n"'
      return `<${tag}${type}>${escapedXml(cell)}</${tag}>`
    })
    return `<tr>${shown.join('')}</tr>`
  })
  const height = rows.length * (LEADED + 6)
  return { ...linePart(`<table>${lines.join('')}</table>`, '', '', { spaceBefore: 6 }), height }
}
