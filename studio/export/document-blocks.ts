import type { DocumentWithExtras, WriteOptions } from '#core/formats/format'
import { oneLine } from '#core/formats/reading/one-line'
import type { TextBlock } from '#core/formats/reading/text-blocks'
import { type ChapterHeading, textSections } from '#core/formats/reading/text-sections'
import type { ProgramLanguage } from '#core/messages/messages'
import type { Locale } from '#core/notation/locale'
import type { SheetWords } from '#core/sheet/sheet-words'
import { type SpeakingTable, speakingTable } from '#core/speaking/speaking-table'
import { documentFacts } from './document-facts.ts'
import type { RecordingDate } from './recording-date.ts'

export interface DocumentOptions extends WriteOptions {
  /** Language of the facts; the text is marked with the transcript's own language. */
  readonly language: ProgramLanguage
  /** How dates are written. */
  readonly locale: Locale
  /** Puts title, this date, length and speaking time on a separate first page; null: the text follows the title. */
  readonly firstPage: RecordingDate | null
  /** How it was made, on a separate last page; null: no such page. */
  readonly sheet: SheetWords | null
}

/** A part of a document on paper, the same for Word, PDF and their preview. Headings are on one line. */
export type DocumentBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'facts'; readonly text: string }
  | { readonly kind: 'speaking'; readonly table: SpeakingTable }
  | { readonly kind: 'chapter'; readonly chapter: ChapterHeading; readonly startsPage: boolean }
  | { readonly kind: 'paragraph'; readonly paragraph: TextBlock; readonly startsPage: boolean }
  /** On a page of its own. */
  | { readonly kind: 'sheet'; readonly words: SheetWords }

type BodyBlock = Extract<DocumentBlock, { readonly startsPage: boolean }>

/**
 * A title, a line of facts, the speaking time if there is a first page, then the chapters and each paragraph with its
 * speaker and time, and how it was made if wanted.
 */
export function documentBlocks(document: DocumentWithExtras, options: DocumentOptions): DocumentBlock[] {
  const { locale, firstPage, sheet } = options
  const title = oneLine(document.recording.title)
  const table = firstPage === null ? null : speakingTable(document, options)
  const body = textSections(document, options).flatMap(({ chapter, blocks }): BodyBlock[] => [
    ...(chapter === null ? [] : [{ kind: 'chapter' as const, chapter, startsPage: false }]),
    ...blocks.map((paragraph) => ({ kind: 'paragraph' as const, paragraph, startsPage: false })),
  ])
  return [
    ...(title === '' ? [] : [{ kind: 'title' as const, text: title }]),
    { kind: 'facts', text: documentFacts(document, locale, firstPage) },
    ...(table === null ? [] : [{ kind: 'speaking' as const, table }]),
    ...body.map((block, index) => ({ ...block, startsPage: firstPage !== null && index === 0 })),
    ...(sheet === null ? [] : [{ kind: 'sheet' as const, words: sheet }]),
  ]
}
