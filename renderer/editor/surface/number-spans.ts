import { languageOf } from '#core/fillers/transcript-without-fillers'
import { edgesOf } from '#core/reading/mark-edges'
import { readWords } from '#core/reading/read-words'
import { asSaidWords } from '#core/transcript/as-said-words'
import type { Paragraph, Transcript } from '#core/transcript/transcript'
import { layoutOf } from './paragraph-layout.ts'

export interface NumberSpan {
  readonly from: number
  readonly to: number
  /** The text in captions and exports. */
  readonly written: string
}

/**
 * Parts of a paragraph's text that captions and exports write in digits, in UTF-16 units; none if they do
 * not.
 */
export function numberSpans(
  paragraph: Paragraph,
  { fillers, numbers, language, marks }: Pick<Transcript, 'fillers' | 'numbers' | 'language' | 'marks'>,
): readonly NumberSpan[] {
  if (numbers === undefined || paragraph.kind !== 'speech') return []
  const spoken = languageOf(paragraph, language)
  const kept = asSaidWords(paragraph.words, marks)
  const read = readWords(paragraph.words, spoken, { fillers, numbers }, edgesOf(marks), kept)
  if (read === null || read.joined.size === 0) return []
  const { starts, ends } = layoutOf(paragraph)
  const places = new Map(paragraph.words.map(({ id }, index) => [id, index]))
  return [...read.joined].flatMap(([id, ids]) => {
    const [first, last] = [places.get(id), places.get(ids.at(-1) ?? id)]
    if (first === undefined || last === undefined) return []
    return [{ from: starts[first] ?? 0, to: ends[last] ?? 0, written: read.changed.get(id)?.text ?? '' }]
  })
}
