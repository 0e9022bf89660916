import type { Transcript } from '../transcript/transcript.ts'

/** What a person accepted as right, and the positions of words. */
export interface AcceptedPlaces {
  /** Whether exactly this span of words was accepted. */
  isExactly(fromWordId: string, toWordId: string): boolean
  /** Whether the word is in an accepted span. */
  holds(wordId: string): boolean
  /** Index of the word in reading order; -1 if it does not exist. */
  indexOf(wordId: string): number
  /** The word at an index. */
  wordAt(place: number): string | undefined
}

export function acceptedPlaces({
  paragraphs,
  marks,
}: Pick<Transcript, 'paragraphs' | 'marks'>): AcceptedPlaces {
  const indexes = new Map<string, number>()
  for (const { words } of paragraphs) for (const { id } of words) indexes.set(id, indexes.size)
  const order = [...indexes.keys()]
  const exact = new Set<string>()
  const inside = new Uint8Array(indexes.size)
  for (const { kind, fromWordId, toWordId } of marks) {
    const [from, to] = [indexes.get(fromWordId), indexes.get(toWordId)]
    if (kind !== 'accepted' || from === undefined || to === undefined) continue
    exact.add(`${fromWordId} ${toWordId}`)
    inside.fill(1, from, to + 1)
  }
  return {
    isExactly: (fromWordId, toWordId) => exact.has(`${fromWordId} ${toWordId}`),
    holds: (wordId) => inside[indexes.get(wordId) ?? -1] === 1,
    indexOf: (wordId) => indexes.get(wordId) ?? -1,
    wordAt: (place) => order[place],
  }
}
