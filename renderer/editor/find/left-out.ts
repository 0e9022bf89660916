import type { Hit } from '#core/find/find-replace'
import type { Paragraph, Transcript } from '#core/transcript/transcript'

/** The word in which a hit begins, and its index among the hits that begin in that word. */
export interface HitPlace {
  readonly wordId: string
  readonly index: number
  readonly count: number
}

/**
 * Hits that a person excluded from replacing, by word: edits before a word move it, but it stays the same
 * word.
 */
export type LeftOut = ReadonlyMap<string, { readonly indexes: ReadonlySet<number>; readonly count: number }>

/** The position of each hit, in the order of the hits. */
export function placesOfHits(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  hits: readonly Hit[],
): readonly HitPlace[] {
  const byId = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  const wordIds = [...Map.groupBy(hits, (hit) => hit.paragraphId)].flatMap(([paragraphId, own]) =>
    wordsAt(byId.get(paragraphId), own),
  )
  const counts = new Map<string, number>()
  const indexes = wordIds.map((wordId) => {
    const index = counts.get(wordId) ?? 0
    counts.set(wordId, index + 1)
    return index
  })
  return wordIds.map((wordId, at) => ({
    wordId,
    index: indexes[at] ?? 0,
    count: counts.get(wordId) ?? 1,
  }))
}

/** Hits in one paragraph are in text order. */
function wordsAt(paragraph: Paragraph | undefined, hits: readonly Hit[]): string[] {
  const words = paragraph?.words ?? []
  let at = 0
  let end = (words[0]?.before.length ?? 0) + (words[0]?.text.length ?? 0)
  return hits.map(({ from }) => {
    while (end <= from && at < words.length - 1) {
      at += 1
      const word = words[at]
      end += (word?.before.length ?? 0) + (word?.text.length ?? 0)
    }
    return words[at]?.id ?? ''
  })
}

/** If other hits in a word were replaced since, all its hits are excluded, as it is unknown which one was. */
export function isLeftOut(leftOut: LeftOut, { wordId, index, count }: HitPlace): boolean {
  const own = leftOut.get(wordId)
  return own !== undefined && (own.count !== count || own.indexes.has(index))
}

/** With this hit excluded, or included again. */
export function toggled(leftOut: LeftOut, places: readonly HitPlace[], place: HitPlace): LeftOut {
  const { wordId, index, count } = place
  const ofWord = places.filter((each) => each.wordId === wordId && isLeftOut(leftOut, each))
  const indexes = new Set(ofWord.map((each) => each.index))
  if (!indexes.delete(index)) indexes.add(index)
  const next = new Map(leftOut)
  if (indexes.size === 0) next.delete(wordId)
  else next.set(wordId, { indexes, count })
  return next
}
