import { setImmediate } from 'node:timers/promises'
import { readableTime } from '#core/notation/clock'
import type { DocumentWithExtras } from '#core/formats/format'
import type { TextBlock } from '#core/formats/reading/text-blocks'
import type { ChapterHeading } from '#core/formats/reading/text-sections'
import type { SpeakingTable } from '#core/speaking/speaking-table'
import { type DocumentBlock, documentBlocks, type DocumentOptions } from '../document-blocks.ts'
import { sheetBlocks } from './sheet-blocks.ts'
import { LEADING, looks, paragraph } from './looks.ts'
import { type Line, linesOf, type StyledText, type Typesetter } from './pdf-lines.ts'
import type { Block } from './pdf-pages.ts'

/** Number of blocks after which to yield to other work. */
const REST_EVERY = 50
/** Indentation and widths of columns after the first, in points. */
const NOTE_INDENT = 28
const COLUMN = 90

/** The parts of a document (`document-blocks.ts`) in lines, `width` points wide. */
export async function transcriptBlocks(
  typesetter: Typesetter,
  document: DocumentWithExtras,
  options: DocumentOptions,
  width: number,
): Promise<Block[]> {
  const set: SetLines = (texts, indent = 0) => linesOf(typesetter, texts, width - indent)
  const given = documentBlocks(document, options)
  const blocks: Block[] = []
  for (const [index, block] of given.entries()) {
    // Yield to other work: hours of text take a second.
    if (index % REST_EVERY === REST_EVERY - 1) await setImmediate()
    if (block.kind === 'speaking') blocks.push(...tableBlocks(typesetter, block.table, width))
    else if (block.kind === 'sheet') blocks.push(...sheetBlocks(set, block.words, options.language))
    else blocks.push(...linedBlocks(set, block, given[index - 1]?.kind))
  }
  return blocks
}

type SetLines = (texts: readonly StyledText[], indent?: number) => Line[]

/** `before`: what it follows. */
function linedBlocks(
  set: SetLines,
  block: Exclude<DocumentBlock, { readonly kind: 'speaking' | 'sheet' }>,
  before: DocumentBlock['kind'] | undefined,
): Block[] {
  switch (block.kind) {
    case 'title': {
      const lines = set([{ ...looks.title, text: block.text }])
      const lineHeight = looks.title.size * 1.2
      return [{ tag: 'H1', lines, lineHeight, spaceBefore: 0, keepsNext: true, bookmark: block.text }]
    }
    case 'facts':
      return [{ ...paragraph('facts', 4), lines: set([{ ...looks.facts, text: block.text }]) }]
    case 'chapter':
      return [{ ...chapterBlock(set, block.chapter), ...(block.startsPage ? { startsPage: true } : {}) }]
    case 'paragraph': {
      const [first, ...others] = paragraphBlocks(set, block.paragraph, before)
      return first === undefined ? [] : [block.startsPage ? { ...first, startsPage: true } : first, ...others]
    }
    default:
      return block satisfies never
  }
}

function chapterBlock(set: SetLines, { title, startMs }: ChapterHeading): Block {
  const time = startMs === null ? [] : [{ ...looks.time, text: readableTime(startMs) }]
  return {
    tag: 'H2',
    lines: set([{ ...looks.heading, text: startMs === null ? title : `${title}  ` }, ...time]),
    lineHeight: looks.heading.size * LEADING,
    spaceBefore: 24,
    keepsNext: true,
    bookmark: title,
    holdsBookmarks: true,
  }
}

function paragraphBlocks(set: SetLines, said: TextBlock, before: DocumentBlock['kind'] | undefined): Block[] {
  const { name, startMs, kind, text } = said
  const head = headTexts(said)
  const space = before === 'facts' ? 18 : before === 'chapter' ? 4 : head.length > 0 ? 12 : 6
  const indent = kind === 'note' ? NOTE_INDENT : 0
  const lines = set([{ ...looks[kind], text }], indent)
  if (head.length === 0) return [{ ...paragraph(kind, space), lines, indent }]
  const bookmark = [name, startMs === null ? null : readableTime(startMs)].filter((part) => part !== null)
  return [
    {
      ...paragraph('name', space),
      lines: set(head),
      keepsNext: true,
      ...(name === null ? {} : { bookmark: bookmark.join('  ') }),
    },
    { ...paragraph(kind, 1), lines, indent },
  ]
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
