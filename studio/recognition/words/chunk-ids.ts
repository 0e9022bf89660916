import type { Chunk } from '#core/chunks/plan'
import type { Transcript } from '#core/transcript/transcript'

/** A chunk's id, derived from its position so that every run gives the same one. */
export function chunkIdOf(chunk: Pick<Chunk, 'startSample'>): string {
  return `c${chunk.startSample.toString(36)}`
}

/** Chunks with words in a transcript or among `others`: a recognized word's id begins with its chunk's id. */
export function chunkIdsIn(transcript: Transcript, others: readonly string[] = []): Set<string> {
  const ids = transcript.paragraphs.flatMap(({ words }) => words.map(({ id }) => id))
  return new Set([...ids, ...others].map(chunkIdIn).filter((id) => id !== null))
}

/** The chunk id in a recognized word's id, including its `trackPrefix`; null for other ids. */
export function chunkIdIn(id: string): string | null {
  return /^(?:t\d+)?c[0-9a-z]+(?=[.~+])/u.exec(id)?.[0] ?? null
}
