import { languageOf } from '../fillers/transcript-without-fillers.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { writtenNumbers } from './written-numbers.ts'

/** At how many places numbers, dates, times and units are written otherwise in digits, whether that is chosen or not. */
export function countWrittenNumbers({
  paragraphs,
  language,
}: Pick<Transcript, 'paragraphs' | 'language'>): number {
  return paragraphs.reduce((sum, paragraph) => {
    const { kind, words } = paragraph
    return kind === 'speech' ? sum + writtenNumbers(words, languageOf(paragraph, language)).length : sum
  }, 0)
}
