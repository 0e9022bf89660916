import { textOfWords } from './review-paragraph.ts'
import type { Paragraph } from '../transcript/transcript.ts'
import type { ReviewPlace } from './review-data.ts'
import type { ReviewDocument, WordsToCheck } from './review-document.ts'

/** Paragraphs that a page shows. */
export const shownParagraphs = (paragraphs: readonly Paragraph[]): Paragraph[] =>
  paragraphs.filter(({ words }) => textOfWords(words).trim() !== '')

/** How many places a page marks: one within another is part of it. */
export const countPlaces = ({ document, places }: ReviewDocument): number =>
  placesIn(shownParagraphs(document.transcript.paragraphs), places).length

/**
 * Where places are in the texts of paragraphs, in order and without overlap. One that ends in the next paragraph is shown to
 * the end of its own.
 */
export function placesIn(paragraphs: readonly Paragraph[], places: readonly WordsToCheck[]): ReviewPlace[] {
  const wanted = new Map(places.map((place) => [place.fromWordId, place]))
  return paragraphs.flatMap(({ words }, paragraph) => {
    const found: ReviewPlace[] = []
    let open: WordsToCheck | undefined
    let [from, at] = [0, 0]
    for (const [index, { id, before, text }] of words.entries()) {
      const start = at + before.length
      at = start + text.length
      if (open === undefined) {
        open = wanted.get(id)
        from = start
      }
      if (open === undefined || (id !== open.toWordId && index < words.length - 1)) continue
      const to = at - (text.length - text.trimEnd().length)
      found.push({ ...open, paragraph, from, to })
      open = undefined
    }
    return found
  })
}
