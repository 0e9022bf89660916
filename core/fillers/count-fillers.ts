import { asSaidWords } from '../transcript/as-said-words.ts'
import type { Paragraph, Transcript } from '../transcript/transcript.ts'
import { languageOf } from './transcript-without-fillers.ts'
import { wordsWithoutFillers } from './words-without-fillers.ts'

/** How many words are fillers, stutters and false starts, whether they are hidden or not. */
export function countFillers({
  paragraphs,
  language,
  marks,
}: Pick<Transcript, 'paragraphs' | 'language' | 'marks'>): number {
  return paragraphs.reduce(
    (sum, paragraph) => sum + countFillersIn(paragraph, language, asSaidWords(paragraph.words, marks)),
    0,
  )
}

/** The same of one paragraph; `language`: the transcript's, `kept`: words that stay as they are. */
export function countFillersIn(
  paragraph: Paragraph,
  language: string,
  kept: ReadonlySet<string> | null,
): number {
  const { kind, words } = paragraph
  return kind === 'speech' ? wordsWithoutFillers(words, languageOf(paragraph, language), kept).hidden.size : 0
}
