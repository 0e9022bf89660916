import type { Locale } from '#core/notation/locale'
import { readableTime } from '#core/notation/clock'
import type { DocumentWithExtras, WriteOptions, WrittenBytes } from '#core/formats/format'
import { wordLosses } from '#core/formats/losses'
import { textBlocks, type TextBlock } from '#core/formats/reading/text-blocks'
import { type ProgramLanguage, say } from '#core/messages/messages'
import type { SheetWords } from '#core/sheet/sheet-words'
import type * as Docx from 'docx'
import { documentFacts } from './document-facts.ts'
import {
  commentedText,
  commentsPart,
  docxComments,
  type DocxComments,
  withResolvedComments,
} from './docx-comments.ts'
import { docxSpeakingTable } from './docx-first-page.ts'
import { docxSheet } from './docx-sheet.ts'
import { docxStyles, pageNumbers, spellingOf, styleNames, styleOf } from './docx-styles.ts'
import type { RecordingDate } from './recording-date.ts'
import { xmlText } from '#core/formats/reading/xml-text'

export interface DocxOptions extends WriteOptions {
  /** Language of the facts; the text is marked with the transcript's own language for spell checking. */
  readonly language: ProgramLanguage
  /** How dates are written. */
  readonly locale: Locale
  /**
   * Puts title, this date, length and speaking time on a separate first page; null: the text follows the
   * title.
   */
  readonly firstPage: RecordingDate | null
  /** How it was made, on a separate last page; null: no such page. */
  readonly sheet: SheetWords | null
}

/**
 * A Word document: title, a line of facts, then each paragraph with its speaker and time, all in named styles, so
 * that formatting can be changed in one place. Comments are Word's own, resolved ones too.
 */
export async function writeDocx(document: DocumentWithExtras, options: DocxOptions): Promise<WrittenBytes> {
  // Takes half a second to load and is only needed for this format.
  const kit = await import('docx')
  const { title, fileName } = document.recording
  const heading = xmlText(title).trim()
  const hasFirstPage = options.firstPage !== null
  const facts = documentFacts(document, options.locale, options.firstPage)
  const { Document, Packer, Paragraph, HeadingLevel } = kit
  const blocks = textBlocks(document, options)
  const comments = docxComments(document.transcript, blocks)
  const file = new Document({
    title: heading,
    creator: 'Parolo',
    description: say(options.language, 'export.described', { fileName: xmlText(fileName) }),
    ...(comments.listed.length === 0 ? {} : { comments: commentsPart(kit, comments, options.language) }),
    styles: docxStyles(spellingOf(document.transcript.language)),
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        footers: { default: pageNumbers(kit) },
        children: [
          ...(heading === '' ? [] : [new Paragraph({ text: heading, heading: HeadingLevel.TITLE })]),
          new Paragraph({ text: xmlText(facts), style: styleNames.facts }),
          ...(hasFirstPage ? docxSpeakingTable(kit, document, options) : []),
          ...blocks.flatMap((block, index) =>
            blockParagraphs(kit, block, comments, hasFirstPage && index === 0),
          ),
          ...(options.sheet === null ? [] : docxSheet(kit, options.sheet, options.language)),
        ],
      },
    ],
  })
  const packed = new Uint8Array(await Packer.toBuffer(file))
  const bytes = withResolvedComments(packed, comments)
  return { bytes, losses: wordLosses(document.transcript, 'commented') }
}

function blockParagraphs(
  kit: typeof Docx,
  block: TextBlock,
  comments: DocxComments,
  pageBreakBefore: boolean,
): Docx.Paragraph[] {
  const { Paragraph, TextRun } = kit
  const { kind, name, startMs } = block
  const said = { children: commentedText(kit, block, comments), style: styleOf[kind] }
  const time = startMs === null ? null : readableTime(startMs)
  if (name === null && time === null) return [new Paragraph({ ...said, pageBreakBefore })]
  const runs = [
    ...(name === null ? [] : [new TextRun({ text: xmlText(name), bold: true })]),
    ...(time === null ? [] : [new TextRun({ text: name === null ? time : `  ${time}`, style: 'Time' })]),
  ]
  return [new Paragraph({ style: styleNames.speaker, children: runs, pageBreakBefore }), new Paragraph(said)]
}
