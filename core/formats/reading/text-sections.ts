import { chapterLines } from '../../chapters/chapter-lines.ts'
import { chaptersAmong } from '../../chapters/chapter.ts'
import { programLanguage, say } from '../../messages/messages.ts'
import type { Paragraph } from '../../transcript/transcript.ts'
import type { DocumentWithExtras, WriteOptions } from '../format.ts'
import { oneLine } from './one-line.ts'
import { textBlocks, type TextBlock } from './text-blocks.ts'

/** A chapter as the heading of a text. */
export interface ChapterHeading {
  /** On one line, never empty. */
  readonly title: string
  /** Null if times are not wanted. */
  readonly startMs: number | null
}

/** The paragraphs of one chapter. */
export interface ChapterSection {
  /** Null for what is said before the first chapter. */
  readonly chapter: ChapterHeading | null
  readonly paragraphs: readonly Paragraph[]
}

/** The paragraphs by chapter, as the page shows them. Chapters that players do not list are omitted. */
export function chapterSections(
  { recording, transcript: { paragraphs, language } }: DocumentWithExtras,
  { times = true }: Pick<WriteOptions, 'times'>,
): ChapterSection[] {
  const chapters = chaptersAmong(recording.moments ?? [])
  const lines = chapterLines(
    paragraphs,
    chapters.map(({ atMs }) => atMs),
  )
  const listed = chapters.flatMap(({ title, atMs, isListed }, index) => {
    const number = index + 1
    const text = oneLine(title) || say(programLanguage(language), 'chapters.nameless', { number })
    return isListed ? [{ title: text, startMs: times ? atMs : null, line: lines[index] ?? 0 }] : []
  })
  const before = paragraphs.slice(0, listed[0]?.line)
  return [
    ...(before.length === 0 ? [] : [{ chapter: null, paragraphs: before }]),
    ...listed.map(({ line, ...chapter }, index) => ({
      chapter,
      paragraphs: paragraphs.slice(line, listed[index + 1]?.line),
    })),
  ]
}

/** The text of one chapter. */
export interface TextSection {
  readonly chapter: ChapterHeading | null
  readonly blocks: readonly TextBlock[]
}

/** The text by chapter; each begins with its speaker's name. */
export function textSections(document: DocumentWithExtras, options: WriteOptions): TextSection[] {
  const { speakers } = document.transcript
  return chapterSections(document, options).map(({ chapter, paragraphs }) => ({
    chapter,
    blocks: textBlocks({ transcript: { speakers, paragraphs } }, options),
  }))
}
