import { tracksOfWords } from '../tracks/track-ids.ts'
import type { Word } from '../transcript/transcript.ts'
import type { ChunkEvidence } from './evidence.ts'
import { firstStartingFrom } from './time-index.ts'

/** The words whose midpoint is in a chunk of their track, by chunk. */
export function wordsOfChunks(
  words: readonly Word[],
  chunks: readonly ChunkEvidence[],
): [ChunkEvidence, readonly Word[]][] {
  if (chunks.every(({ track }) => track === undefined)) return wordsInChunks(words, chunks)
  const numbers = tracksOfWords(words)
  return [...new Set(numbers)].flatMap((track) =>
    wordsInChunks(
      words.filter((_, index) => numbers[index] === track),
      chunks.filter((chunk) => chunk.track === track),
    ),
  )
}

function wordsInChunks(
  words: readonly Word[],
  chunks: readonly ChunkEvidence[],
): [ChunkEvidence, readonly Word[]][] {
  const sorted = chunks.toSorted((a, b) => a.startMs - b.startMs)
  const ownWords = new Map<ChunkEvidence, Word[]>()
  for (const word of words) {
    const middle = (word.startMs + word.endMs) / 2
    const chunk = sorted[firstStartingFrom(sorted, middle + 0.5) - 1]
    if (chunk === undefined || middle >= chunk.endMs) continue
    const own = ownWords.get(chunk)
    if (own === undefined) ownWords.set(chunk, [word])
    else own.push(word)
  }
  return [...ownWords]
}
