import type { Chunk } from '#core/chunks/plan'
import type { Transcript } from '#core/transcript/transcript'

/** A chunk's name: from its place, so that every run gives the same. */
export function chunkIdOf(chunk: Pick<Chunk, 'startSample'>): string {
  return `c${chunk.startSample.toString(36)}`
}

/** Chunks whose words stand in a transcript, or among `others`: a recognized word's id begins with its chunk's. */
export function chunkIdsIn(transcript: Transcript, others: readonly string[] = []): Set<string> {
  const ids = transcript.paragraphs.flatMap(({ words }) => words.map(({ id }) => id))
  return new Set([...ids, ...others].map(chunkIdIn).filter((id) => id !== null))
}

/** The chunk that a recognized word's id names; null for other ids. */
export function chunkIdIn(id: string): string | null {
  return /^c[0-9a-z]+(?=[.~+])/u.exec(id)?.[0] ?? null
}
