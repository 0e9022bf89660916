import { escapedHeading, escapedInMd, escapedMd } from '../formats/documents/md.ts'
import { type ProgramLanguage, say } from '../messages/messages.ts'
import { shortTime } from '../notation/clock.ts'
import { formatLongDate } from '../notation/dates.ts'
import type { Locale } from '../notation/locale.ts'
import type { ShowNotes, ShowNotesQuote } from './show-notes.ts'

interface Written {
  /** Of the headings. */
  readonly language: ProgramLanguage
  /** Of the date. */
  readonly locale: Locale
}

/** The notes as Markdown (CommonMark). Sections without content are left out. */
export function showNotesMarkdown(notes: ShowNotes, { language, locale }: Written): string {
  const { title, atMs, description, people, chapters, links, quotes } = notes
  const heading = (key: 'people' | 'chapters' | 'links' | 'quotes'): string =>
    `## ${say(language, `notes.${key}`)}`
  const linked = (text: string, link: string): string =>
    link === '' ? escapedInMd(text) : `[${escapedInMd(text)}](<${link}>)`
  const list = (key: 'people' | 'chapters' | 'links', lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [heading(key), lines.map((line) => `- ${line}`).join('\n')]
  return [
    ...(title === '' ? [] : [`# ${escapedHeading(title)}`]),
    ...(atMs === null ? [] : [formatLongDate(atMs, locale)]),
    ...(description === '' ? [] : [escapedMd(description)]),
    ...list('people', people.map(escapedMd)),
    ...list(
      'chapters',
      chapters.map(({ atMs: at, title: named, link }) => `${shortTime(at)} ${linked(named, link)}`),
    ),
    ...list(
      'links',
      links.map((link) => `<${link}>`),
    ),
    ...(quotes.length === 0 ? [] : [heading('quotes')]),
    ...quotes.flatMap((quote) => [
      ...(quote.about === '' ? [] : [escapedMd(quote.about)]),
      `> ${escapedMd(quote.text)}\n>\n> ${escapedMd(saidBy(quote))}`,
    ]),
  ]
    .map((part) => `${part}\n`)
    .join('\n')
}

const saidBy = ({ speaker, atMs }: ShowNotesQuote): string =>
  speaker === null ? shortTime(atMs) : `${speaker}, ${shortTime(atMs)}`
