import { languageOf } from '../fillers/transcript-without-fillers.ts'
import type { Paragraph } from '../transcript/transcript.ts'
import { writtenNumbers } from './written-numbers.ts'

/**
 * Number of places in a paragraph where numbers, dates, times and units would be written differently in
 * digits, whether that is chosen or not; `language`: the transcript's, `kept`: words that stay as they are.
 */
export function countWrittenNumbersIn(
  paragraph: Paragraph,
  language: string,
  kept: ReadonlySet<string> | null,
): number {
  const { kind, words } = paragraph
  if (kind !== 'speech') return 0
  const spans = writtenNumbers(words, languageOf(paragraph, language))
  const isKept = ({ from, to }: (typeof spans)[number]): boolean =>
    kept !== null && words.slice(from, to + 1).some(({ id }) => kept.has(id))
  return spans.filter((span) => !isKept(span)).length
}
