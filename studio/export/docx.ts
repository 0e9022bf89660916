import { readableTime } from '#core/formats/clock-time'
import type { DocumentWithExtras, WriteOptions, WrittenBytes } from '#core/formats/format'
import { wordLosses } from '#core/formats/losses'
import { textBlocks, type TextBlock } from '#core/formats/text-blocks'
import { type ProgramLanguage, say } from '#core/messages/messages'
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
import type { RecordingDate } from './recording-date.ts'
import { xmlText } from '#core/formats/xml-text'

/** Style names, as a word processor lists them. */
const styles = { facts: 'Facts', speaker: 'Speaker', speech: 'Speech', sound: 'Sound', note: 'Note' } as const
const styleOf: Readonly<Record<TextBlock['kind'], string>> = {
  speech: styles.speech,
  sound: styles.sound,
  note: styles.note,
}

export interface DocxOptions extends WriteOptions {
  /** Language of the facts; the text is marked with the transcript's own language for spell checking. */
  readonly language: ProgramLanguage
  /** Puts title, this date, length and speaking time on a separate first page; null: the text follows the title. */
  readonly firstPage: RecordingDate | null
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
  const facts = documentFacts(document, options.language, options.firstPage)
  const { Document, Packer, Paragraph, HeadingLevel } = kit
  const blocks = textBlocks(document, options)
  const comments = docxComments(document.transcript, blocks)
  const file = new Document({
    title: heading,
    creator: 'Parolo',
    description: say(options.language, 'export.described', { fileName: xmlText(fileName) }),
    ...(comments.listed.length === 0 ? {} : { comments: commentsPart(kit, comments, options.language) }),
    styles: documentStyles(spellingOf(document.transcript.language)),
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        footers: { default: pageNumbers(kit) },
        children: [
          ...(heading === '' ? [] : [new Paragraph({ text: heading, heading: HeadingLevel.TITLE })]),
          new Paragraph({ text: xmlText(facts), style: styles.facts }),
          ...(hasFirstPage ? docxSpeakingTable(kit, document, options) : []),
          ...blocks.flatMap((block, index) =>
            blockParagraphs(kit, block, comments, hasFirstPage && index === 0),
          ),
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
  return [new Paragraph({ style: styles.speaker, children: runs, pageBreakBefore }), new Paragraph(said)]
}

function pageNumbers({ Footer, Paragraph, TextRun, PageNumber, AlignmentType }: typeof Docx): Docx.Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT] })
  return new Footer({
    children: [new Paragraph({ style: styles.facts, alignment: AlignmentType.CENTER, children: [number] })],
  })
}

/** Sizes in half points, spacing in twentieths of a point, as in Word. */
function documentStyles(language: string): Docx.IStylesOptions {
  const quiet = { color: '5F6368', size: 18 }
  const based = { basedOn: 'Normal', quickFormat: true } as const
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 22, language: { value: language } },
        paragraph: { spacing: { line: 288 } },
      },
      title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 60 } } },
      heading1: { run: { size: 26, bold: true }, paragraph: { spacing: { before: 240, after: 120 } } },
    },
    paragraphStyles: [
      { id: styles.facts, name: styles.facts, ...based, run: quiet, paragraph: { spacing: { after: 360 } } },
      {
        id: styles.speaker,
        name: styles.speaker,
        ...based,
        next: styles.speech,
        paragraph: { keepNext: true, spacing: { before: 240, after: 20 } },
      },
      { id: styles.speech, name: styles.speech, ...based, paragraph: { spacing: { after: 120 } } },
      { id: styles.sound, name: styles.sound, ...based, run: { italics: true, color: '5F6368' } },
      { id: styles.note, name: styles.note, ...based, paragraph: { indent: { left: 567 } } },
    ],
    characterStyles: [{ id: 'Time', name: 'Time', basedOn: 'DefaultParagraphFont', run: quiet }],
  }
}

/** Language tag for spell checking: the language with its most common region. */
function spellingOf(language: string): string {
  if (!/^[a-z]{2,3}$/u.test(language) || language === 'und') return 'en-US'
  const { region } = new Intl.Locale(language).maximize()
  return region === undefined ? language : `${language}-${region}`
}
