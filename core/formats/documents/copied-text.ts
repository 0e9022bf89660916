import type { Paragraph, Speaker, Word } from '../../transcript/transcript.ts'
import { shortTime } from '../../notation/clock.ts'
import { textBlocks } from '../reading/text-blocks.ts'

/** The selected part of one paragraph. */
export interface SelectedPart {
  /** Null for a line without a paragraph. */
  readonly paragraph: Paragraph | null
  /** Where it begins in the paragraph's text, in UTF-16 units. */
  readonly from: number
  readonly text: string
}

export interface CopyOptions {
  /** Label for a speaker without a name, by number from 1. */
  readonly speakerLabel: (number: number) => string
  /** Whether the time of each paragraph precedes it. */
  readonly times: boolean
}

/**
 * The selected text with its speakers: `Nora: What broke?`, one paragraph per line, with a name wherever the
 * speaker changes. Null for a selection within one paragraph, which is copied unchanged.
 */
export function copiedText(
  speakers: readonly Speaker[],
  parts: readonly SelectedPart[],
  { speakerLabel, times }: CopyOptions,
): string | null {
  const paragraphs = parts.flatMap(({ paragraph, from, text }): Paragraph[] => {
    const first = paragraph === null ? undefined : wordAt(paragraph, from)
    // Treated as a single word, so that part of a word is copied as selected.
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

/** The word at an offset of the paragraph's text, including the space before it. */
function wordAt({ words }: Paragraph, offset: number): Word | undefined {
  let end = 0
  for (const word of words) {
    end += word.before.length + word.text.length
    if (end > offset) return word
  }
  return words.at(-1)
}
