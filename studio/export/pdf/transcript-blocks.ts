import type { Locale } from '#core/notation/locale'
import { setImmediate } from 'node:timers/promises'
import { readableTime } from '#core/notation/clock'
import type { DocumentWithExtras, WriteOptions } from '#core/formats/format'
import { textBlocks, type TextBlock } from '#core/formats/reading/text-blocks'
import type { ProgramLanguage } from '#core/messages/messages'
import type { SheetWords } from '#core/sheet/sheet-words'
import { documentFacts } from '../document-facts.ts'
import type { RecordingDate } from '../recording-date.ts'
import { type SpeakingTable, speakingTable } from '#core/speaking/speaking-table'
import { sheetBlocks } from './sheet-blocks.ts'
import { LEADING, looks, paragraph } from './looks.ts'
import { linesOf, type StyledText, type Typesetter } from './pdf-lines.ts'
import type { Block } from './pdf-pages.ts'

export interface TranscriptBlockOptions extends WriteOptions {
  /** Language of the facts. */
  readonly language: ProgramLanguage
  /** How dates are written. */
  readonly locale: Locale
  /** Puts title, this date, length and speaking time on a separate page; null: the text follows the title. */
  readonly firstPage: RecordingDate | null
  /** How it was made, on a separate last page; null: no such page. */
  readonly sheet: SheetWords | null
}

/** Number of paragraphs after which to yield to other work. */
const REST_EVERY = 50
/** Indentation and widths of columns after the first, in points. */
const NOTE_INDENT = 28
const COLUMN = 90

/** A title, a line of facts, the speaking time if wanted, and each paragraph with its speaker and time, `width` points wide. */
export async function transcriptBlocks(
  typesetter: Typesetter,
  document: DocumentWithExtras,
  options: TranscriptBlockOptions,
  width: number,
): Promise<Block[]> {
  const { language, locale, firstPage } = options
  const set = (texts: readonly StyledText[], indent = 0) => linesOf(typesetter, texts, width - indent)
  const title = document.recording.title.replaceAll(/\s+/gu, ' ').trim()
  const facts = documentFacts(document, locale, firstPage)
  const table = firstPage === null ? null : speakingTable(document, options)
  const blocks: Block[] = [
    ...(title === ''
      ? []
      : [
          {
            tag: 'H1' as const,
            lines: set([{ ...looks.title, text: title }]),
            lineHeight: looks.title.size * 1.2,
            spaceBefore: 0,
            keepsNext: true,
            bookmark: title,
          },
        ]),
    { ...paragraph('facts', 4), lines: set([{ ...looks.facts, text: facts }]) },
    ...(table === null ? [] : tableBlocks(typesetter, table, width)),
  ]
  for (const [index, block] of textBlocks(document, options).entries()) {
    // Yield to other work: hours of text take a second.
    if (index % REST_EVERY === REST_EVERY - 1) await setImmediate()
    const startsPage = firstPage !== null && index === 0
    const head = headTexts(block)
    const isFirst = index === 0 && firstPage === null
    const before = isFirst ? 18 : head.length > 0 ? 12 : 6
    const { name, startMs, kind, text } = block
    if (head.length > 0) {
      const bookmark = [name, startMs === null ? null : readableTime(startMs)].filter((part) => part !== null)
      blocks.push({
        ...paragraph('name', before),
        lines: set(head),
        keepsNext: true,
        ...(startsPage ? { startsPage } : {}),
        ...(name === null ? {} : { bookmark: bookmark.join('  ') }),
      })
    }
    const indent = kind === 'note' ? NOTE_INDENT : 0
    blocks.push({
      ...paragraph(kind, head.length > 0 ? 1 : before),
      lines: set([{ ...looks[kind], text }], indent),
      indent,
      ...(startsPage && head.length === 0 ? { startsPage } : {}),
    })
  }
  if (options.sheet !== null) blocks.push(...sheetBlocks(set, options.sheet, language))
  return blocks
}

function headTexts({ name, startMs }: TextBlock): StyledText[] {
  const time = startMs === null ? null : readableTime(startMs)
  return [
    ...(name === null ? [] : [{ ...looks.name, text: time === null ? name : `${name}  ` }]),
    ...(time === null ? [] : [{ ...looks.time, text: time }]),
  ]
}

function tableBlocks(typesetter: Typesetter, { title, head, rows }: SpeakingTable, width: number): Block[] {
  const heading = {
    tag: 'H2' as const,
    lines: linesOf(typesetter, [{ ...looks.heading, text: title }], width),
    lineHeight: looks.heading.size * LEADING,
    spaceBefore: 24,
    keepsNext: true,
  }
  return [heading, ...[head, ...rows].map((cells, index) => rowBlock(typesetter, cells, index === 0, width))]
}

function rowBlock(
  typesetter: Typesetter,
  [first = '', ...others]: readonly string[],
  isHead: boolean,
  width: number,
): Block {
  const look = isHead ? looks.name : looks.speech
  const set = (text: string, room: number) => linesOf(typesetter, [{ ...look, text }], room)
  const cells = others.flatMap((text, column) =>
    // Numbers are right-aligned in their column.
    set(text, COLUMN).map((line) => ({
      line,
      x: width - COLUMN * (others.length - 1 - column) - line.width,
    })),
  )
  return {
    tag: 'TR',
    lines: set(first, width - COLUMN * others.length - 8),
    lineHeight: look.size * LEADING,
    spaceBefore: 6,
    keepsNext: isHead,
    row: { isHead, cells },
  }
}
