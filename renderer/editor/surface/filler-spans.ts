import { languageOf } from '#core/fillers/transcript-without-fillers'
import { wordsWithoutFillers } from '#core/fillers/words-without-fillers'
import { asSaidWords } from '#core/transcript/as-said-words'
import type { Paragraph, Transcript } from '#core/transcript/transcript'
import { layoutOf } from './paragraph-layout.ts'

/** Words of a paragraph's text that captions and exports omit, in UTF-16 units; none if fillers are shown. */
export function fillerSpans(
  paragraph: Paragraph,
  { fillers, language, marks }: Pick<Transcript, 'fillers' | 'language' | 'marks'>,
): readonly { readonly from: number; readonly to: number }[] {
  if (fillers !== 'hidden' || paragraph.kind !== 'speech') return []
  const { words } = paragraph
  const spoken = languageOf(paragraph, language)
  const { hidden } = wordsWithoutFillers(words, spoken, asSaidWords(words, marks))
  if (hidden.size === 0) return []
  const { starts, ends } = layoutOf(paragraph)
  return words.flatMap(({ id }, index) => {
    const [from, to] = [starts[index] ?? 0, ends[index] ?? 0]
    return hidden.has(id) && to > from ? [{ from, to }] : []
  })
}
