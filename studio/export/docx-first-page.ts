import { xmlText } from '#core/formats/reading/xml-text'
import type * as Docx from 'docx'
import type { SpeakingTable } from '#core/speaking/speaking-table'

/** Speaking time per speaker: a heading and a table. */
export function docxSpeakingTable(
  kit: typeof Docx,
  { title, head, rows }: SpeakingTable,
): (Docx.Paragraph | Docx.Table)[] {
  const { Paragraph, HeadingLevel } = kit
  const cells = rows.map((row) => row.map(xmlText))
  return [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
    docxTable(kit, head, cells, columnWidths),
  ]
}

/** In percent of the page width: names may be long, numbers are short. */
const columnWidths = [60, 20, 20] as const

/** Cells are texts, or what is in their paragraph. `widths` in percent of the page; columns from `numbersFrom` on are right-aligned. */
export function docxTable(
  kit: typeof Docx,
  head: readonly string[],
  rows: readonly (readonly (string | readonly Docx.ParagraphChild[])[])[],
  widths: readonly number[],
  numbersFrom = 1,
): Docx.Table {
  const { Table, TableRow, TableCell, Paragraph, TextRun, AlignmentType, BorderStyle, WidthType } = kit
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'C4C7C5' }
  const row = (cells: (typeof rows)[number], isHead: boolean): Docx.TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, column) =>
          new TableCell({
            width: { size: widths[column] ?? 0, type: WidthType.PERCENTAGE },
            margins: { top: 60, bottom: 60, left: 60, right: 60 },
            children: [
              new Paragraph({
                ...(column < numbersFrom ? {} : { alignment: AlignmentType.RIGHT }),
                children: typeof text === 'string' ? [new TextRun({ text, bold: isHead })] : text,
              }),
            ],
          }),
      ),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: line,
      insideVertical: none,
      insideHorizontal: line,
    },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  })
}
