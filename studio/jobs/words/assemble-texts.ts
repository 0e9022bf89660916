import { assembleChunk, type AssemblyOptions } from '#core/edits/assembly/assembly'
import type { Transcript } from '#core/transcript/transcript'
import type { ChunkWords } from './live-target.ts'

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
