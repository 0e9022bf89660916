import type { Mark, Paragraph, Transcript } from '../transcript/transcript.ts'
import { withMappedTimes } from '../transcript/marks/mark-times.ts'

export interface MarksOfCut {
  readonly marks: readonly Mark[]
  /** Own wordings ('') and translations (their language) of which some words are cut, so that their text may be too long. */
  readonly partlyCut: readonly string[]
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
  const places = new Map<string, number>()
  const ids: string[] = []
  /** How many of the words before each are left. */
  const leftBefore = [0]
  const leftIds: string[] = []
  for (const { id } of wordsOf(paragraphs)) {
    places.set(id, ids.length)
    ids.push(id)
    if (isLeft(id)) leftIds.push(id)
    leftBefore.push(leftIds.length)
  }
  const partlyCut: string[] = []
  const left = marks.flatMap((mark): Mark[] => {
    if (mark.kind === 'cut' || mark.kind === 'cut-sound') return []
    const [from, to] = [places.get(mark.fromWordId), places.get(mark.toWordId)]
    if (from === undefined || to === undefined) return [withMappedTimes(mark, map)]
    const [first, last] = [leftBefore[from] ?? 0, leftBefore[to + 1] ?? 0]
    const [fromWordId, toWordId] = [leftIds[first], leftIds[last - 1]]
    if (last <= first || fromWordId === undefined || toWordId === undefined) return []
    if (last - first < to + 1 - from) {
      if (mark.kind === 'wording') partlyCut.push('')
      if (mark.kind === 'translation' && mark.value.text.trim() !== '') partlyCut.push(mark.value.language)
    }
    return [{ ...withMappedTimes(mark, map), fromWordId, toWordId }]
  })
  return { marks: left, partlyCut }
}

function* wordsOf(paragraphs: readonly Paragraph[]) {
  for (const { words } of paragraphs) yield* words
}
