import type { Transcript } from '../transcript/transcript.ts'
import { languageOf } from './transcript-without-fillers.ts'
import { wordsWithoutFillers } from './words-without-fillers.ts'

/** How many words are fillers, stutters and false starts, whether they are hidden or not. */
export function countFillers({ paragraphs, language }: Pick<Transcript, 'paragraphs' | 'language'>): number {
  return paragraphs.reduce((sum, paragraph) => {
    const { kind, words } = paragraph
    return kind === 'speech'
      ? sum + wordsWithoutFillers(words, languageOf(paragraph, language)).hidden.size
      : sum
  }, 0)
}
