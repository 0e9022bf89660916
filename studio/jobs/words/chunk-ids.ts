import type { Chunk } from '#core/chunks/plan'
import { carryIds } from '#core/edits/carry-ids'
import type { Transcript, Word } from '#core/transcript/transcript'

/** A chunk's name: from its place, so that every run gives the same. */
export function chunkIdOf(chunk: Pick<Chunk, 'startSample'>): string {
  return `c${chunk.startSample.toString(36)}`
}

/** Chunks whose words stand in a transcript, or among `others`: a recognised word's id begins with its chunk's. */
export function chunkIdsIn(transcript: Transcript, others: readonly string[] = []): Set<string> {
  const ids = transcript.paragraphs.flatMap(({ words }) => words.map(({ id }) => id))
  return new Set([...ids, ...others].map(chunkIdIn).filter((id) => id !== null))
}

/** The chunk that a recognised word's id names; null for other ids. */
export function chunkIdIn(id: string): string | null {
  return /^c[0-9a-z]+(?=[.~+])/u.exec(id)?.[0] ?? null
}

interface WordsOfChunk {
  readonly chunkId: string
  readonly words: readonly Word[]
}

/**
 * Second texts of neighbouring chunks with the ids of the first: words that both have keep theirs, so that marks and
 * links outlive it. A word that went over to another chunk gets an id of that one, as ids tell what is there.
 */
export function carryChunkIds(
  firsts: readonly (WordsOfChunk | undefined)[],
  seconds: readonly WordsOfChunk[],
): WordsOfChunk[] {
  const first = firsts.flatMap((chunk) => chunk?.words ?? [])
  const [leader] = seconds
  if (leader === undefined || first.length === 0) return [...seconds]
  const carried = carryIds(
    leader.chunkId,
    first,
    seconds.flatMap(({ words }) => words),
  ).map(({ word }) => word)
  const taken = new Set([...first, ...carried].map(({ id }) => id))
  let from = 0
  return seconds.map(({ chunkId, words }) => {
    const its = carried.slice(from, (from += words.length))
    let number = 0
    const freeId = (own: string): string => {
      let id = own
      while (taken.has(id)) id = `${chunkId}~.${words.length + number++}`
      taken.add(id)
      return id
    }
    return {
      chunkId,
      words: its.map((word, index) =>
        chunkIdIn(word.id) === chunkId ? word : { ...word, id: freeId(words[index]?.id ?? '') },
      ),
    }
  })
}
