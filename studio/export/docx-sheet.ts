import { xmlText } from '#core/formats/reading/xml-text'
import { type ProgramLanguage, say } from '#core/messages/messages'
import type { SheetWords } from '#core/sheet/sheet-words'
import type * as Docx from 'docx'
import { docxTable } from './docx-first-page.ts'
import { styleNames } from './docx-styles.ts'

/** In percent of the page width. */
const factWidths = [30, 25, 45] as const
const rowWidths = [20, 80] as const

/** A last page: how the transcript was made. */
export function docxSheet(
  kit: typeof Docx,
  { heading, about, facts, models, openSource, run }: SheetWords,
  language: ProgramLanguage,
): (Docx.Paragraph | Docx.Table)[] {
  const { Paragraph, TextRun, HeadingLevel } = kit
  const title = (text: string, pageBreakBefore = false): Docx.Paragraph =>
    new Paragraph({ text, heading: HeadingLevel.HEADING_1, pageBreakBefore, keepNext: true })
  const table = (rows: readonly (readonly string[])[], widths: readonly number[]): Docx.Table[] => {
    const [head, ...others] = rows.map((row) => row.map(xmlText))
    return head === undefined ? [] : [docxTable(kit, head, others, widths, widths.length)]
  }
  const small = (text: string): Docx.Paragraph =>
    new Paragraph({ text: xmlText(text), style: styleNames.facts })
  const line = (label: string, value: string): string => say(language, 'sheet.line', { label, value })
  return [
    title(heading, true),
    small(about),
    ...table(
      facts.map(({ label, value, detail }) => [label, value, detail]),
      factWidths,
    ),
    ...(models.length === 0 ? [] : [title(say(language, 'sheet.models'))]),
    ...models.flatMap(({ name, role, licence, maker, data, openness, points, hashes }) => [
      new Paragraph({
        keepNext: true,
        children: [new TextRun({ text: xmlText(line(role, name)), bold: true })],
      }),
      ...[
        line(say(language, 'sheet.model.licence'), `${licence}, ${maker}`),
        line(say(language, 'sheet.model.data'), data),
        line(say(language, 'sheet.model.openness'), points === '' ? openness : `${openness}. ${points}`),
        ...hashes.map((hash) => line('SHA-256', hash)),
      ].map((text) => new Paragraph({ text: xmlText(text) })),
    ]),
    ...(openSource === '' ? [] : [small(openSource)]),
    title(say(language, 'sheet.run')),
    ...table(
      run.map(({ label, value }) => [label, value]),
      rowWidths,
    ),
  ]
}
