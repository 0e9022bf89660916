import { assembleChunk, type AssemblyOptions } from '#core/edits/assembly/assembly'
import type { Transcript } from '#core/transcript/transcript'
import type { ChunkWords } from './live-target.ts'

/** Ids of each chunk's words as last written; null: the chunk is final. */
export type WordIds = Map<string, readonly string[] | null>

/** Merges one chunk's text into a transcript that a person corrects, and records its ids in `wordIds`. */
export function assembleOne(
  transcript: Transcript,
  chunk: ChunkWords,
  wordIds: WordIds,
  options: AssemblyOptions,
): Transcript {
  const earlier = wordIds.get(chunk.chunkId)
  // Written by an earlier run; left unchanged.
  if (earlier === null) return transcript
  const assembled = assembleChunk(transcript, { ...chunk, earlier: earlier ?? null }, options)
  wordIds.set(chunk.chunkId, assembled.wordIds)
  return assembled.transcript
}
