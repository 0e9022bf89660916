import { readableTime, shortTime } from '#core/notation/clock'
import type { DocumentWithExtras, WriteOptions, WrittenBytes } from '#core/formats/format'
import type { MinutesBlock, Passage } from '#core/formats/minutes/minutes-blocks'
import { minutesBlocks } from '#core/formats/minutes/minutes-document'
import { minutesLosses } from '#core/formats/minutes/minutes'
import type { TextBlock } from '#core/formats/reading/text-blocks'
import { xmlText } from '#core/formats/reading/xml-text'
import { type ProgramLanguage, say } from '#core/messages/messages'
import type * as Docx from 'docx'
import { docxTable } from './docx-first-page.ts'
import { type MinutesComments, minutesComments } from './minutes-comments.ts'
import { docxStyles, pageNumbers, spellingOf, styleNames, styleOf } from './docx-styles.ts'

/** Column widths of a table in percent, by number of columns. */
const widthsOf: Readonly<Record<number, readonly number[]>> = { 3: [60, 20, 20], 4: [50, 18, 20, 12] }

/** Minutes as a Word document, in the named styles of transcripts. */
export async function writeMinutesDocx(
  document: DocumentWithExtras,
  options: WriteOptions & { readonly language: ProgramLanguage },
): Promise<WrittenBytes> {
  const { transcript, recording } = document
  // Takes half a second to load and is only needed for this format.
  const kit = await import('docx')
  const blocks = minutesBlocks(document, options)
  const comments = minutesComments(kit, blocks, options.language)
  const file = new kit.Document({
    title: xmlText(recording.title).trim(),
    creator: 'Parolo',
    description: say(options.language, 'export.described', { fileName: xmlText(recording.fileName) }),
    ...(comments.part === undefined ? {} : { comments: comments.part }),
    styles: docxStyles(spellingOf(transcript.language)),
    numbering: { config: [numbered(kit)] },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        footers: { default: pageNumbers(kit) },
        children: blocks.flatMap((block, place) => blockParts(kit, block, place, comments)),
      },
    ],
  })
  const bytes = new Uint8Array(await kit.Packer.toBuffer(file))
  return { bytes, losses: minutesLosses(transcript, options) }
}

const NUMBERED = 'decisions'

function numbered({ AlignmentType, LevelFormat }: typeof Docx): {
  reference: string
  levels: readonly Docx.ILevelsOptions[]
} {
  const style = { paragraph: { indent: { left: 440, hanging: 440 } } }
  const level = {
    level: 0,
    format: LevelFormat.DECIMAL,
    text: '%1.',
    alignment: AlignmentType.START,
    style,
  }
  return { reference: NUMBERED, levels: [level] }
}

/** `place`: the block's index; each numbered list starts over. */
function blockParts(
  kit: typeof Docx,
  block: MinutesBlock,
  place: number,
  comments: MinutesComments,
): readonly (Docx.Paragraph | Docx.Table)[] {
  const { Paragraph, TextRun, HeadingLevel } = kit
  switch (block.kind) {
    case 'heading': {
      const levels = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2] as const
      return [new Paragraph({ text: xmlText(block.text), heading: levels[block.level - 1] ?? levels[2] })]
    }
    case 'line':
      return [new Paragraph({ text: xmlText(block.text), style: styleNames.speech })]
    case 'items':
      return block.texts.map((text) => new Paragraph({ text: xmlText(text), bullet: { level: 0 } }))
    case 'numbered':
      return block.items.map(
        ({ text, atMs, proof }) =>
          new Paragraph({
            numbering: { reference: NUMBERED, level: 0, instance: place },
            children: [
              ...comments.on(proof, [new TextRun(xmlText(text))]),
              ...timeRuns(kit, atMs, shortTime),
            ],
          }),
      )
    case 'table': {
      const rows = block.rows.map((cells, at) => {
        const [first = '', ...others] = cells.map(xmlText)
        const proof = block.rowProofs?.[at] ?? null
        return [comments.on(proof, [new TextRun(first)]), ...others]
      })
      const widths = widthsOf[block.head.length] ?? block.head.map(() => Math.floor(100 / block.head.length))
      return [docxTable(kit, block.head, rows, widths, block.numbersFrom)]
    }
    case 'passages':
      return block.passages.flatMap((passage) => passageParts(kit, passage, comments))
    case 'text':
      return block.blocks.flatMap((said) => textParts(kit, said))
    default:
      return block satisfies never
  }
}

function passageParts(
  kit: typeof Docx,
  { name, atMs, label, text, proof }: Passage,
  comments: MinutesComments,
): Docx.Paragraph[] {
  const { Paragraph, TextRun } = kit
  const about = label === '' ? [] : [new TextRun(`  ${xmlText(label)}`)]
  const head = [...nameRuns(kit, name), ...timeRuns(kit, atMs, shortTime), ...about]
  if (text === '') return [new Paragraph({ style: styleNames.speaker, children: comments.on(proof, head) })]
  const said = comments.on(proof, [new TextRun(xmlText(text))])
  return [
    new Paragraph({ style: styleNames.speaker, children: head }),
    new Paragraph({ style: styleNames.speech, children: said }),
  ]
}

function textParts(kit: typeof Docx, { kind, name, startMs, text }: TextBlock): Docx.Paragraph[] {
  const { Paragraph } = kit
  const said = new Paragraph({ text: xmlText(text), style: styleOf[kind] })
  if (name === null && startMs === null) return [said]
  const children = [...nameRuns(kit, name), ...timeRuns(kit, startMs, readableTime)]
  return [new Paragraph({ style: styleNames.speaker, children }), said]
}

const nameRuns = ({ TextRun }: typeof Docx, name: string | null): Docx.TextRun[] =>
  name === null ? [] : [new TextRun({ text: xmlText(name), bold: true })]

const timeRuns = (
  { TextRun }: typeof Docx,
  atMs: number | null,
  shown: (ms: number) => string,
): Docx.TextRun[] => (atMs === null ? [] : [new TextRun({ text: `  ${shown(atMs)}`, style: 'Time' })])
