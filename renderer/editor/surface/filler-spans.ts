import { languageOf } from '#core/fillers/transcript-without-fillers'
import { wordsWithoutFillers } from '#core/fillers/words-without-fillers'
import type { Paragraph, Transcript } from '#core/transcript/transcript'
import { layoutOf } from './paragraph-layout.ts'

/** Where a paragraph's text has words that captions and exports leave out, in UTF-16 units; none where they are shown. */
export function fillerSpans(
  paragraph: Paragraph,
  { fillers, language }: Pick<Transcript, 'fillers' | 'language'>,
): readonly { readonly from: number; readonly to: number }[] {
  if (fillers !== 'hidden' || paragraph.kind !== 'speech') return []
  const { hidden } = wordsWithoutFillers(paragraph.words, languageOf(paragraph, language))
  if (hidden.size === 0) return []
  const { starts, ends } = layoutOf(paragraph)
  return paragraph.words.flatMap(({ id }, index) => {
    const [from, to] = [starts[index] ?? 0, ends[index] ?? 0]
    return hidden.has(id) && to > from ? [{ from, to }] : []
  })
}
