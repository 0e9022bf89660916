import type { Mark } from './mark.ts'
import type { Paragraph } from '../transcript.ts'
import { findParagraphs } from '../word-paragraphs.ts'

/** The marks on words of each paragraph, in their order; one whose words are gone has no effect. */
export function marksByParagraph<Some extends Pick<Mark, 'fromWordId' | 'toWordId'>>(
  marks: readonly Some[],
  paragraphs: readonly Paragraph[],
): Map<Paragraph, Some[]> {
  const paragraphOf = findParagraphs(paragraphs)
  const covering = new Map<Paragraph, Some[]>()
  const add = (paragraph: Paragraph, mark: Some): void => {
    const there = covering.get(paragraph)
    if (there === undefined) covering.set(paragraph, [mark])
    else there.push(mark)
  }
  let places: Map<Paragraph, number> | null = null
  for (const mark of marks) {
    const [from, to] = [paragraphOf(mark.fromWordId), paragraphOf(mark.toWordId)]
    if (from === undefined || to === undefined) continue
    if (from === to) {
      add(from, mark)
      continue
    }
    places ??= new Map(paragraphs.map((paragraph, place) => [paragraph, place]))
    const [first = 0, last = -1] = [places.get(from), places.get(to)]
    for (const paragraph of paragraphs.slice(first, last + 1)) add(paragraph, mark)
  }
  return covering
}
