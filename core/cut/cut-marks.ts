import type { Mark, Paragraph, Transcript } from '../transcript/transcript.ts'
import { withMappedTimes } from '../transcript/marks/mark-times.ts'
import { findParagraphs } from '../transcript/word-paragraphs.ts'

export interface MarksOfCut {
  readonly marks: readonly Mark[]
  /** Own wordings and translations of which some words are cut, so that their text may be too long. */
  readonly partlyCut: readonly PartlyCutText[]
}

export interface PartlyCutText {
  /** Of a translation; '' for an own wording. */
  readonly language: string
  /** Its first word that is left. */
  readonly wordId: string
}

/**
 * What remains of each mark on words that are left: one of which all words are cut goes. Captions' times are those of the
 * cut; what cuts is gone itself.
 * @param isLeft by the ids of words
 */
export function marksOfCut(
  { paragraphs, marks }: Pick<Transcript, 'paragraphs' | 'marks'>,
  isLeft: (wordId: string) => boolean,
  map: (ms: number) => number,
): MarksOfCut {
  const others = marks.filter(({ kind }) => kind !== 'cut' && kind !== 'cut-sound')
  if (others.length === 0) return { marks: [], partlyCut: [] }
  const wordsOf = markedWords(paragraphs)
  const partlyCut: PartlyCutText[] = []
  const left = others.flatMap((mark): Mark[] => {
    const words = wordsOf(mark)
    if (words === null) return [withMappedTimes(mark, map)]
    const own = words.filter(isLeft)
    const [fromWordId, toWordId] = [own[0], own.at(-1)]
    if (fromWordId === undefined || toWordId === undefined) return []
    if (own.length < words.length) {
      if (mark.kind === 'wording') partlyCut.push({ language: '', wordId: fromWordId })
      if (mark.kind === 'translation' && mark.value.text.trim() !== '')
        partlyCut.push({ language: mark.value.language, wordId: fromWordId })
    }
    return [{ ...withMappedTimes(mark, map), fromWordId, toWordId }]
  })
  return { marks: left, partlyCut }
}

/** The ids of a mark's words in order; null if they do not exist. */
function markedWords(paragraphs: readonly Paragraph[]): (mark: Mark) => readonly string[] | null {
  const paragraphOf = findParagraphs(paragraphs)
  const places = new Map(paragraphs.map((paragraph, place) => [paragraph, place]))
  return ({ fromWordId, toWordId }) => {
    const [first, last] = [paragraphOf(fromWordId), paragraphOf(toWordId)]
    if (first === undefined || last === undefined) return null
    const ids = paragraphs
      .slice(places.get(first), (places.get(last) ?? -1) + 1)
      .flatMap(({ words }) => words.map(({ id }) => id))
    return ids.slice(ids.indexOf(fromWordId), ids.lastIndexOf(toWordId) + 1)
  }
}
