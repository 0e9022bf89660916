import { type ChunkGroup, groupChunks, halveGroup } from '#core/chunks/groups'
import type { Chunk, ChunkLimits } from '#core/chunks/plan'
import type { ChunkReader, ChunkText } from './chunk-reader.ts'

/**
 * Sound that is heard at once, in seconds (measured, docs/engine.md): Whisper takes 29.5 s, the other models that
 * give confidence take any length.
 */
const LONGEST_GROUP_SECONDS = 25

/** A text that takes the place of the first texts of a group's chunks. */
export interface SecondText {
  readonly group: ChunkGroup
  readonly text: ChunkText
}

/** Chunks that are heard together first; `limits` of the model's chunks. */
export function groupsToHear(chunks: readonly Chunk[], limits: ChunkLimits): ChunkGroup[] {
  const { joinSeconds, oneSpeakerSeconds } = limits
  return groupChunks(chunks, {
    joinSeconds,
    longestSeconds: Math.max(LONGEST_GROUP_SECONDS, oneSpeakerSeconds),
  })
}

/**
 * Hears a group of chunks again: together, as what one person says helps to hear what the next answers, or, where
 * that gives no better text, its halves, and so on down to single chunks, which are heard with other edges.
 * @param chunks all of the recording
 * @param firsts the first texts of the group's chunks, by place in `chunks`; null where the engine failed
 * @param onDone gets every part of the group, once, when nothing more is to be heard of it
 * @returns what is better than the first texts, in order of time
 */
export async function lookAgain(
  reader: ChunkReader,
  chunks: readonly Chunk[],
  group: ChunkGroup,
  firsts: readonly (ChunkText | null)[],
  onDone: (part: ChunkGroup) => void = () => undefined,
): Promise<SecondText[]> {
  const isSingle = group.to - group.from === 1
  const text = isSingle
    ? await reader.second(group.from, firsts[group.from] ?? null)
    : await reader.together(group, firsts.slice(group.from, group.to))
  if (text || isSingle) {
    onDone(group)
    return text ? [{ group, text }] : []
  }
  const halves = halveGroup(chunks, group).map((half) => lookAgain(reader, chunks, half, firsts, onDone))
  return (await Promise.all(halves)).flat()
}
