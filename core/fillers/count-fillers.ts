import type { Paragraph, Transcript } from '../transcript/transcript.ts'
import { languageOf } from './transcript-without-fillers.ts'
import { wordsWithoutFillers } from './words-without-fillers.ts'

/** How many words are fillers, stutters and false starts, whether they are hidden or not. */
export function countFillers({ paragraphs, language }: Pick<Transcript, 'paragraphs' | 'language'>): number {
  return paragraphs.reduce((sum, paragraph) => sum + countFillersIn(paragraph, language), 0)
}

/** The same of one paragraph; `language`: the transcript's. */
export function countFillersIn(paragraph: Paragraph, language: string): number {
  const { kind, words } = paragraph
  return kind === 'speech' ? wordsWithoutFillers(words, languageOf(paragraph, language)).hidden.size : 0
}
