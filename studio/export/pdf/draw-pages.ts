import { setImmediate } from 'node:timers/promises'
import { type Line, linesOf, type StyledText, type Typesetter } from './pdf-lines.ts'
import type { Block, Page, PlacedLine } from './pdf-pages.ts'
import type { SteadyDocument } from './steady-document.ts'

/** A4 with its margins, in points. */
export const paper = { width: 595.28, height: 841.89, side: 72, top: 68, bottom: 76 } as const
export const textArea = {
  width: paper.width - 2 * paper.side,
  height: paper.height - paper.top - paper.bottom,
} as const

const NUMBER: Omit<StyledText, 'text'> = { face: 'regular', size: 9, color: '#5F6368' }
const RULE = '#C4C7C5'
/** Distance of the baseline from the top of its line, as a share of the line's height. */
const BASE_LINE = 0.74

/** Draws pages with their numbers, tagged for screen readers, and bookmarks. */
export async function drawPages(
  document: SteadyDocument,
  typesetter: Typesetter,
  pages: readonly Page[],
): Promise<void> {
  const root = document.struct('Document')
  document.addStructure(root)
  const elements = new Map<Block, PDFKit.PDFStructureElement>()
  let table: PDFKit.PDFStructureElement | null = null
  let chapter: PDFKit.PDFOutline | null = null
  for (const [index, page] of pages.entries()) {
    // Yield to other work in between.
    await setImmediate()
    document.addPage({ size: [paper.width, paper.height], margin: 0 })
    for (const placed of page) {
      const { block } = placed
      if (block.tag === 'TR' && table === null) {
        table = document.struct('Table')
        root.add(table)
      }
      if (block.tag !== 'TR' && table !== null) {
        table.end()
        table = null
      }
      if (placed.isFirst && block.bookmark !== undefined) {
        const isChapter = block.holdsBookmarks === true
        const added = addBookmark(placed, isChapter || chapter === null ? document.outline : chapter)
        if (isChapter) chapter = added
      }
      if (block.tag === 'TR' && table !== null) drawRowLine(document, placed, table, elements)
      else drawLine(document, placed, root, elements)
    }
    drawNumber(document, typesetter, `${index + 1} / ${pages.length}`)
  }
  table?.end()
  root.end()
}

function addBookmark({ block, y }: PlacedLine, parent: PDFKit.PDFOutline): PDFKit.PDFOutline {
  // pdfkit counts `left` from the right edge; its types lack both.
  const place = { top: paper.top + y - 8, left: paper.width }
  return parent.addItem(block.bookmark ?? '', { expanded: block.holdsBookmarks === true, ...place })
}

function drawLine(
  document: SteadyDocument,
  { block, line, isFirst, isLast, y }: PlacedLine,
  root: PDFKit.PDFStructureElement,
  elements: Map<Block, PDFKit.PDFStructureElement>,
): void {
  let element = elements.get(block)
  if (isFirst || element === undefined) {
    element = document.struct(block.tag)
    elements.set(block, element)
    root.add(element)
  }
  element.add(document.markStructureContent(block.tag))
  drawParts(document, line, paper.side + (block.indent ?? 0), paper.top + y, block.lineHeight)
  document.endMarkedContent()
  if (isLast) element.end()
}

function drawRowLine(
  document: SteadyDocument,
  { block, line, isFirst, isLast, y }: PlacedLine,
  table: PDFKit.PDFStructureElement,
  elements: Map<Block, PDFKit.PDFStructureElement>,
): void {
  const top = paper.top + y
  const tag = block.row?.isHead === true ? 'TH' : 'TD'
  let row = elements.get(block)
  if (isFirst || row === undefined) {
    row = document.struct('TR')
    elements.set(block, row)
    table.add(row)
  }
  const cells = [{ line, x: 0 }, ...(isFirst ? (block.row?.cells ?? []) : [])]
  for (const cell of cells) {
    const element = document.struct(tag)
    row.add(element)
    element.add(document.markStructureContent(tag))
    drawParts(document, cell.line, paper.side + cell.x, top, block.lineHeight)
    document.endMarkedContent()
    element.end()
  }
  if (!isLast) return
  row.end()
  document.markContent('Artifact', { type: 'Layout' })
  const under = top + block.lineHeight + 3
  document
    .moveTo(paper.side, under)
    .lineTo(paper.width - paper.side, under)
    .lineWidth(0.5)
    .stroke(RULE)
  document.endMarkedContent()
}

function drawNumber(document: SteadyDocument, typesetter: Typesetter, text: string): void {
  const [line] = linesOf(typesetter, [{ ...NUMBER, text }], textArea.width)
  if (line === undefined) return
  document.markContent('Artifact', { type: 'Pagination' })
  drawParts(document, line, (paper.width - line.width) / 2, paper.height - 48, NUMBER.size)
  document.endMarkedContent()
}

function drawParts(
  document: SteadyDocument,
  { parts }: Line,
  left: number,
  top: number,
  lineHeight: number,
): void {
  for (const { font, size, color, text, x } of parts) {
    document
      .font(font.name, size)
      .fillColor(color)
      .text(text, left + x, top + lineHeight * BASE_LINE, { lineBreak: false, baseline: 'alphabetic' })
  }
}
