import type { Word } from '../../transcript/transcript.ts'
import { pairTexts } from '../../words/align/pairs.ts'

export interface CarriedWord {
  /** A word of the second text, with the id it gets in the transcript. */
  readonly word: Word
  /** The word of the first text that it replaces or is placed next to; null when there is none. */
  readonly besideId: string | null
}

/**
 * The words of a chunk's second text with the ids of the first: equal words, and words of which one became exactly
 * one other, keep theirs. The others keep their own id unless the first text used it; then they get the next free
 * one.
 */
export function carryIds(chunkId: string, first: readonly Word[], second: readonly Word[]): CarriedWord[] {
  const firstIds = new Set(first.map((word) => word.id))
  const nextFree = idCounter(chunkId, [...first, ...second])
  const carried: CarriedWord[] = []
  let besideId: string | null = first[0]?.id ?? null
  const stretches = pairTexts(
    first.map((word) => word.text.trim()),
    second.map((word) => word.text.trim()),
  )
  for (const stretch of stretches) {
    const olds = first.slice(stretch.oldFrom, stretch.oldTo)
    for (const word of second.slice(stretch.newFrom, stretch.newTo)) {
      const [old] = olds
      besideId = nearestOf(olds, word)?.id ?? besideId
      const isPair = stretch.kind !== 'replaced' && old !== undefined
      if (isPair) carried.push({ word: { ...word, id: old.id }, besideId: old.id })
      else carried.push({ word: firstIds.has(word.id) ? { ...word, id: nextFree() } : word, besideId })
    }
    besideId = olds.at(-1)?.id ?? besideId
  }
  return carried
}

function nearestOf(words: readonly Word[], word: Word): Word | undefined {
  let nearest: Word | undefined
  for (const each of words) {
    const isNearer =
      nearest === undefined ||
      Math.abs(each.startMs - word.startMs) < Math.abs(nearest.startMs - word.startMs)
    if (isNearer) nearest = each
  }
  return nearest
}

function idCounter(chunkId: string, words: readonly Word[]): () => string {
  let next = 0
  for (const { id } of words) {
    const number = id.startsWith(`${chunkId}.`) ? Number(id.slice(chunkId.length + 1)) : -1
    if (Number.isSafeInteger(number)) next = Math.max(next, number + 1)
  }
  return () => {
    next += 1
    return `${chunkId}.${next - 1}`
  }
}
