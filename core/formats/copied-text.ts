import type { Paragraph, Speaker, Word } from '../transcript/transcript.ts'
import { shortTime } from './clock-time.ts'
import { textBlocks } from './text-blocks.ts'

/** What is selected of one paragraph. */
export interface SelectedPart {
  /** Null for a line with no paragraph behind it. */
  readonly paragraph: Paragraph | null
  /** Where it begins in the paragraph's text, in UTF-16 units. */
  readonly from: number
  readonly text: string
}

export interface CopyOptions {
  /** What a speaker without a name is called, by number from 1. */
  readonly speakerLabel: (number: number) => string
  /** The time of each paragraph before it. */
  readonly times: boolean
}

/**
 * The selected text with who speaks: `Nora: What broke?`, one paragraph a line, a name where the speaker is another
 * than before. Null where it is of one paragraph alone, which is copied as it is.
 */
export function copiedText(
  speakers: readonly Speaker[],
  parts: readonly SelectedPart[],
  { speakerLabel, times }: CopyOptions,
): string | null {
  const paragraphs = parts.flatMap(({ paragraph, from, text }): Paragraph[] => {
    const first = paragraph === null ? undefined : wordAt(paragraph, from)
    // As one word, so that a part of a word is copied as it is selected.
    return paragraph === null || first === undefined || text.trim() === ''
      ? []
      : [{ ...paragraph, words: [{ ...first, before: '', text }] }]
  })
  if (paragraphs.length < 2) return null
  return textBlocks({ transcript: { speakers, paragraphs } }, { speakerLabel, times })
    .map(({ name, startMs, text }) => {
      const time = startMs === null ? '' : `[${shortTime(startMs)}] `
      return `${time}${name === null ? '' : `${name}: `}${text}`
    })
    .join('\n')
}

/** The word at a place of the paragraph's text, the space before it included. */
function wordAt({ words }: Paragraph, offset: number): Word | undefined {
  let end = 0
  for (const word of words) {
    end += word.before.length + word.text.length
    if (end > offset) return word
  }
  return words.at(-1)
}
