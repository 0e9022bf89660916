import { readableTime, shortTime } from '../../notation/clock.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { escapedHeading, escapedInMd, escapedMd } from '../documents/md.ts'
import { utf8Lines } from '../output-options.ts'
import type { TextBlock } from '../reading/text-blocks.ts'
import type { MinutesBlock, Passage } from './minutes-blocks.ts'
import { minutesBlocks } from './minutes-document.ts'
import { minutesChoices, minutesLosses } from './minutes.ts'

/** Minutes in Markdown (CommonMark, tables as on GitHub). */
export const minutesMd: FormatOf<'minutes-md'> = {
  id: 'minutes-md',
  label: { en: 'Minutes (Markdown)', fr: 'Compte rendu (Markdown)' },
  purpose: {
    en: 'Minutes for notes and wikis',
    fr: 'Un compte rendu pour des notes et des wikis',
  },
  extension: '.minutes.md',
  mediaType: 'text/markdown',
  choices: minutesChoices,
  output: { ...utf8Lines, byteOrderMark: true },
  group: 'minutes',
  input: null,
  write: writeMinutesMd,
}

function writeMinutesMd(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const parts = minutesBlocks(document, options).flatMap(blockParts)
  return {
    text: parts.map((part) => `${part}\n`).join('\n'),
    losses: minutesLosses(document.transcript, options),
  }
}

function blockParts(block: MinutesBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${escapedHeading(block.text)}`]
    case 'line':
      return [escapedMd(block.text)]
    case 'items':
      return [block.texts.map((text) => `- ${escapedMd(text)}`).join('\n')]
    case 'numbered':
      return [
        block.items
          .map(({ text, atMs }, place) => `${place + 1}. ${withTime(escapedMd(text), atMs)}`)
          .join('\n'),
      ]
    case 'table': {
      const rule = block.head.map((_cell, column) => (column < block.numbersFrom ? '---' : '---:'))
      const rows = [block.head.map(escapedInMd), rule, ...block.rows.map((row) => row.map(escapedInMd))]
      return [rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')]
    }
    case 'passages':
      return block.passages.flatMap(passageParts)
    case 'text':
      return block.blocks.flatMap(textParts)
    default:
      return block satisfies never
  }
}

const withTime = (text: string, atMs: number | null): string =>
  atMs === null ? text : `${text} (${shortTime(atMs)})`.trimStart()

function passageParts({ atMs, name, label, text }: Passage): string[] {
  const who = name === null ? '' : `**${escapedMd(name)}**`
  const time = atMs === null ? '' : `(${shortTime(atMs)})`
  const head = [who, time].filter((part) => part !== '').join(' ')
  const about = label === '' ? head : [head, escapedMd(label)].filter((part) => part !== '').join(' ')
  return [about, text === '' ? '' : `> ${escapedMd(text)}`].filter((part) => part !== '')
}

function textParts({ kind, name, startMs, text }: TextBlock): string[] {
  const time = startMs === null ? '' : `(${readableTime(startMs)})`
  const who = name === null ? '' : `**${escapedMd(name)}**`
  const said = escapedMd(text)
  const shown = kind === 'speech' ? said : kind === 'note' ? `> ${said}` : `*${said}*`
  return [[who, time].filter((part) => part !== '').join(' '), shown].filter((part) => part !== '')
}
