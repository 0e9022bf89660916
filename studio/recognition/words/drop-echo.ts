import { findEcho } from '#core/tracks/echo'
import { tracksOfWords } from '#core/tracks/track-ids'
import type { Word } from '#core/transcript/transcript'
import type { ChunkWords, LiveTarget } from './live-target.ts'

export interface WithoutEcho {
  readonly chunks: readonly (ChunkWords | undefined)[]
  /** Ids of the words that were left out. */
  readonly echo: ReadonlySet<string>
}

/** The words of each track, in order of time. */
export function wordsByTrack(chunks: readonly (ChunkWords | undefined)[], tracks: number): Word[][] {
  const words = chunks.flatMap((chunk) => chunk?.words ?? [])
  const ofTrack = Array.from({ length: tracks }, (): Word[] => [])
  const numbers = tracksOfWords(words)
  for (const [index, word] of words.entries()) ofTrack[numbers[index] ?? 0]?.push(word)
  return ofTrack
}

/** Leaves out words on one track that are an echo of another. Chunks without echo remain the same objects. */
export function dropEcho(
  chunks: readonly (ChunkWords | undefined)[],
  { tracks, language }: Pick<LiveTarget, 'tracks' | 'language'>,
): WithoutEcho {
  if (tracks.length < 2) return { chunks, echo: new Set() }
  const texts = wordsByTrack(chunks, tracks.length).map((words, track) => ({
    words,
    strength: tracks[track]?.strength ?? (() => 0),
  }))
  const echo = findEcho(texts, language)
  const left = chunks.map((chunk) => {
    if (chunk === undefined || !chunk.words.some(({ id }) => echo.has(id))) return chunk
    return { ...chunk, words: chunk.words.filter(({ id }) => !echo.has(id)) }
  })
  return { chunks: left, echo }
}
