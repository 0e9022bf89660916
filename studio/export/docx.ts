import { readableTime } from '#core/notation/clock'
import type { DocumentWithExtras, WrittenBytes } from '#core/formats/format'
import { originText } from '#core/formats/document-origin'
import { wordLosses } from '#core/formats/losses'
import type { TextBlock } from '#core/formats/reading/text-blocks'
import { type ProgramLanguage, say } from '#core/messages/messages'
import type * as Docx from 'docx'
import { type DocumentBlock, documentBlocks, type DocumentOptions } from './document-blocks.ts'
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
import { xmlText } from '#core/formats/reading/xml-text'

/**
 * A Word document: title, a line of facts, then chapters and each paragraph with its speaker and time, all in named
 * styles, so that formatting can be changed in one place. Comments are Word's own, resolved ones too.
 */
export async function writeDocx(
  document: DocumentWithExtras,
  options: DocumentOptions,
): Promise<WrittenBytes> {
  // Takes half a second to load and is only needed for this format.
  const kit = await import('docx')
  const { title, fileName } = document.recording
  const { Document, Packer } = kit
  const blocks = documentBlocks(document, options)
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.paragraph] : []))
  const comments = docxComments(document.transcript, texts)
  const file = new Document({
    title: xmlText(title).trim(),
    creator: 'Parolo',
    ...(document.origin === undefined
      ? {}
      : { customProperties: [{ name: 'ParoloTranscript', value: originText(document.origin) }] }),
    description: say(options.language, 'export.described', { fileName: xmlText(fileName) }),
    ...(comments.listed.length === 0 ? {} : { comments: commentsPart(kit, comments, options.language) }),
    styles: docxStyles(spellingOf(document.transcript.language)),
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        footers: { default: pageNumbers(kit) },
        children: blocks.flatMap((block) => blockParts(kit, block, comments, options.language)),
      },
    ],
  })
  const packed = new Uint8Array(await Packer.toBuffer(file))
  const bytes = withResolvedComments(packed, comments)
  return { bytes, losses: wordLosses(document.transcript, 'commented') }
}

function blockParts(
  kit: typeof Docx,
  block: DocumentBlock,
  comments: DocxComments,
  language: ProgramLanguage,
): readonly (Docx.Paragraph | Docx.Table)[] {
  const { Paragraph, HeadingLevel } = kit
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ text: xmlText(block.text), heading: HeadingLevel.TITLE })]
    case 'facts':
      return [new Paragraph({ text: xmlText(block.text), style: styleNames.facts })]
    case 'speaking':
      return docxSpeakingTable(kit, block.table)
    case 'chapter': {
      const { title, startMs } = block.chapter
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          keepNext: true,
          pageBreakBefore: block.startsPage,
          children: [new kit.TextRun(xmlText(title)), ...timeRuns(kit, startMs)],
        }),
      ]
    }
    case 'paragraph':
      return textParagraphs(kit, block.paragraph, comments, block.startsPage)
    case 'sheet':
      return docxSheet(kit, block.words, language)
    default:
      return block satisfies never
  }
}

function textParagraphs(
  kit: typeof Docx,
  block: TextBlock,
  comments: DocxComments,
  pageBreakBefore: boolean,
): Docx.Paragraph[] {
  const { Paragraph, TextRun } = kit
  const { kind, name, startMs } = block
  const said = { children: commentedText(kit, block, comments), style: styleOf[kind] }
  if (name === null && startMs === null) return [new Paragraph({ ...said, pageBreakBefore })]
  const runs = [
    ...(name === null ? [] : [new TextRun({ text: xmlText(name), bold: true })]),
    ...timeRuns(kit, startMs, name === null ? '' : '  '),
  ]
  return [new Paragraph({ style: styleNames.speaker, children: runs, pageBreakBefore }), new Paragraph(said)]
}

const timeRuns = ({ TextRun }: typeof Docx, atMs: number | null, before = '  '): Docx.TextRun[] =>
  atMs === null ? [] : [new TextRun({ text: `${before}${readableTime(atMs)}`, style: 'Time' })]
