import { assembleChunk, type AssemblyOptions } from '#core/edits/assembly'
import type { Transcript } from '#core/transcript/transcript'
import { chunkIdIn } from './chunk-ids.ts'
import type { ChunkGroupWords, ChunkWords } from './live-transcript.ts'

/** Ids of each chunk's words as they were last put in; null: left alone from now on. */
export type WordIds = Map<string, readonly string[] | null>

/** Puts one chunk's text into what a person corrects, and its ids into `wordIds`. */
export function assembleOne(
  transcript: Transcript,
  chunk: ChunkWords,
  wordIds: WordIds,
  options: AssemblyOptions,
): Transcript {
  const earlier = wordIds.get(chunk.chunkId)
  // Left alone, as an earlier run put it in.
  if (earlier === null) return transcript
  const assembled = assembleChunk(transcript, { ...chunk, earlier: earlier ?? null }, options)
  wordIds.set(chunk.chunkId, assembled.wordIds)
  return assembled.transcript
}

/**
 * The same for one text of several chunks. It goes in whole, or, where a person has been at one of them or an
 * earlier run put one in, not at all, as a word at the border of two would be lost or doubled. Then chunks that have
 * no words yet get their own.
 */
export function assembleGroup(
  transcript: Transcript,
  { chunks, before }: ChunkGroupWords,
  wordIds: WordIds,
  options: AssemblyOptions,
): Transcript {
  const earlier = chunks.map(({ chunkId }) => wordIds.get(chunkId))
  if (!earlier.includes(null)) {
    const known = earlier.filter((ids) => ids !== undefined && ids !== null)
    const assembled = assembleChunk(
      transcript,
      {
        chunkId: chunks[0]?.chunkId ?? '',
        words: chunks.flatMap(({ words }) => words),
        earlier: known.length === 0 ? null : known.flat(),
      },
      options,
    )
    let from = 0
    const now = chunks.map(({ words }) => assembled.wordIds.slice(from, (from += words.length)))
    const areTold = chunks.every(({ chunkId }, at) => isTold(chunkId, now[at] ?? []))
    if (!assembled.keptFirstText && areTold) {
      for (const [at, { chunkId }] of chunks.entries()) wordIds.set(chunkId, now[at] ?? [])
      return assembled.transcript
    }
  }
  let after = transcript
  for (const [at, own] of before.entries()) {
    if (own && earlier[at] === undefined) after = assembleOne(after, own, wordIds, options)
  }
  return after
}

/** A chunk's words must tell that it is there, or a run after this one would put its own text in again. */
function isTold(chunkId: string, wordIds: readonly string[]): boolean {
  return wordIds.length === 0 || wordIds.some((id) => chunkIdIn(id) === chunkId)
}
