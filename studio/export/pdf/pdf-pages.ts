import type { Line } from './pdf-lines.ts'

/** Elements of a tagged PDF (ISO 32000-1, 14.8.4). */
export type BlockTag = 'H1' | 'H2' | 'P' | 'TR'

/** Lines that belong together; lengths are in points. */
export interface Block {
  readonly tag: BlockTag
  readonly lines: readonly Line[]
  readonly lineHeight: number
  readonly spaceBefore: number
  readonly indent?: number
  /** Stays on the page on which the next block begins. */
  readonly keepsNext?: boolean
  readonly startsPage?: boolean
  /** Title of its bookmark. */
  readonly bookmark?: string
  /** The bookmarks that follow are listed under its own, up to the next such block. */
  readonly holdsBookmarks?: boolean
  /** Row of a table; its first cell is in `lines`. */
  readonly row?: Row
}

export interface Row {
  readonly isHead: boolean
  /** The cells after the first, each on one line, `x` from the left. */
  readonly cells: readonly { readonly line: Line; readonly x: number }[]
}

export interface PlacedLine {
  readonly block: Block
  readonly line: Line
  readonly isFirst: boolean
  readonly isLast: boolean
  /** Top of the line, from the top of the text area. */
  readonly y: number
}

export type Page = readonly PlacedLine[]

/** Minimum number of lines of a split block on either page. */
const TOGETHER = 2

/** Puts blocks onto pages whose text area is `height` points high. */
export function pagesOf(blocks: readonly Block[], height: number): Page[] {
  const pages: PlacedLine[][] = [[]]
  let y = 0
  const startPage = (): void => {
    if (pages.at(-1)?.length === 0) return
    pages.push([])
    y = 0
  }
  for (const [index, block] of blocks.entries()) {
    const { lines, lineHeight, tag } = block
    if (block.startsPage === true) startPage()
    const space = (): number => (pages.at(-1)?.length === 0 ? 0 : block.spaceBefore)
    if (y + space() + neededHeight(blocks, index) > height) startPage()
    y += space()
    for (const [at, line] of lines.entries()) {
      const left = lines.length - at
      const fits = Math.floor((height - y) / lineHeight + 1e-6)
      // Otherwise the last line would stand alone on the next page.
      const isWidow = fits === left - 1 && left === TOGETHER && at >= TOGETHER && tag === 'P'
      if (fits < 1 || isWidow) startPage()
      const placed = { block, line, isFirst: at === 0, isLast: left === 1, y }
      pages.at(-1)?.push(placed)
      y += lineHeight
    }
  }
  return pages
}

/** Height that must be available for a block to begin on the page, with the blocks that it keeps with it. */
function neededHeight(blocks: readonly Block[], index: number): number {
  const block = blocks[index]
  if (block === undefined) return 0
  const { lines, lineHeight, keepsNext = false, tag } = block
  const isWhole = keepsNext || tag === 'TR' || lines.length <= TOGETHER + 1
  const own = (isWhole ? lines.length : TOGETHER) * lineHeight
  const next = blocks[index + 1]
  return keepsNext && next !== undefined ? own + next.spaceBefore + neededHeight(blocks, index + 1) : own
}
