import { programLanguage } from '../../messages/messages.ts'
import { shortTime } from '../../notation/clock.ts'
import type { DocumentWithExtras, WriteOptions } from '../format.ts'
import type { MinutesBlock } from './minutes-blocks.ts'
import { minutesBlocks } from './minutes-document.ts'
import { proofsOf } from './proof.ts'
import { proofWords } from './proof-words.ts'

/** What minutes say besides headings and the whole text. */
export interface MinutesLines {
  /** Lines that nobody said: what a template has, items and their times, labels of passages, cells of tables. */
  readonly own: readonly string[]
  /** Passages, which are in the whole text again. */
  readonly quotes: readonly string[]
  /** Comments with what was said at the time of an item. */
  readonly comments: readonly string[]
}

export function minutesLines(document: DocumentWithExtras, options: WriteOptions): MinutesLines {
  const blocks = minutesBlocks(document, options)
  const language = programLanguage(document.transcript.language)
  return {
    own: blocks.flatMap(ownLines),
    quotes: blocks.flatMap((block) =>
      block.kind === 'passages' ? block.passages.map(({ text }) => text) : [],
    ),
    comments: proofsOf(blocks).map((proof) => proofWords(proof, language)),
  }
}

function ownLines(block: MinutesBlock): readonly string[] {
  switch (block.kind) {
    case 'line':
      return [block.text]
    case 'items':
      return block.texts
    case 'numbered':
      return block.items.map(({ text, atMs }) => lineOf(text, atMs))
    case 'passages':
      return block.passages.map(({ name, atMs, label }) => lineOf(name, atMs, label))
    case 'table':
      return [...block.head, ...block.rows.flat()]
    default:
      return []
  }
}

const lineOf = (before: string | null, atMs: number | null, after = ''): string =>
  [before ?? '', atMs === null ? '' : shortTime(atMs), after].filter((part) => part !== '').join(' ')
