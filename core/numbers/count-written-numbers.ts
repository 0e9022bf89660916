import { languageOf } from '../fillers/transcript-without-fillers.ts'
import type { Paragraph } from '../transcript/transcript.ts'
import { writtenNumbers } from './written-numbers.ts'

/**
 * At how many places of a paragraph numbers, dates, times and units are written otherwise in digits, whether that is
 * chosen or not; `language`: the transcript's.
 */
export function countWrittenNumbersIn(paragraph: Paragraph, language: string): number {
  const { kind, words } = paragraph
  return kind === 'speech' ? writtenNumbers(words, languageOf(paragraph, language)).length : 0
}
