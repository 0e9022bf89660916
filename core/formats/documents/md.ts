import { readableTime } from '../../notation/clock.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { wordLosses } from '../losses.ts'
import type { TextBlock } from '../reading/text-blocks.ts'
import { type ChapterHeading, textSections } from '../reading/text-sections.ts'
import { utf8Lines } from '../output-options.ts'

/** Markdown (CommonMark): the title, then the chapters, and the speaker, time and text of each paragraph. */
export const md: FormatOf<'md'> = {
  id: 'md',
  label: { en: 'Markdown', fr: 'Markdown' },
  purpose: { en: 'Words with names and times', fr: 'Les mots avec les noms et les temps' },
  extension: '.md',
  mediaType: 'text/markdown',
  choices: { names: true, times: true, firstPage: false, captions: null, chapters: true },
  output: { ...utf8Lines, byteOrderMark: true },
  group: 'documents',
  input: null,
  write: writeMd,
}

function writeMd(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const title = document.recording.title.toWellFormed().replace(/\s+/gu, ' ').trim()
  const parts = textSections(document, options).flatMap(({ chapter, blocks }) => [
    ...(chapter === null ? [] : [chapterLine(chapter)]),
    ...blocks.flatMap(blockLines),
  ])
  const all = title === '' ? parts : [`# ${escapedHeading(title)}`, ...parts]
  return { text: all.map((part) => `${part}\n`).join('\n'), losses: wordLosses(document.transcript) }
}

const chapterLine = ({ title, startMs }: ChapterHeading): string =>
  `## ${escapedHeading(title)}${startMs === null ? '' : ` (${readableTime(startMs)})`}`

function blockLines({ kind, name, startMs, text }: TextBlock): string[] {
  const time = startMs === null ? null : `(${readableTime(startMs)})`
  const who = name === null ? null : `**${escapedMd(name)}**`
  const head = [who, time].filter((part) => part !== null).join(' ')
  const said = escapedMd(text)
  const shown = kind === 'speech' ? said : kind === 'note' ? `> ${said}` : `*${said}*`
  return head === '' ? [shown] : [head, shown]
}

const inWord = /[\p{L}\p{N}]/u

/** A text on one line, escaped so that Markdown shows it literally at the start of a line. */
export function escapedMd(text: string): string {
  return escapedInMd(text)
    .replace(/^([#+=-])/u, String.raw`\$1`)
    .replace(/^(\d{1,9})([.)])/u, String.raw`$1\$2`)
}

/** The same for a heading, whose start is no start of a line. */
export const escapedHeading = (text: string): string =>
  escapedInMd(text).replace(/#(?=#*$)/gu, String.raw`\#`)

/**
 * The same within a line. What means nothing there stays readable: a `_` inside a word, as in addresses, a `&` that
 * begins no character's name, a `>` that is not the first.
 */
export function escapedInMd(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<~|$]|&(?=[#\p{L}\p{N}])|^>/gu, (mark, at: number) => {
    const inside = inWord.test(text.charAt(at - 1)) && inWord.test(text.charAt(at + 1))
    return mark === '_' && inside ? mark : `\\${mark}`
  })
}
