import { PCM_RATE } from '../sound/pcm.ts'
import type { SampleSpan } from '../speakers/windows.ts'
import { padChunks } from './pad.ts'
import { type Chunk, SEVERAL_SPEAKERS } from './plan.ts'

/** Neighbouring chunks that are decoded together, as one longer chunk. */
export interface ChunkGroup extends Chunk {
  /** Places of its chunks in the list: the first, and the one after the last. */
  readonly from: number
  readonly to: number
}

export interface GroupLimits {
  readonly longestSeconds: number
  /** Chunks over a shorter pause are joined. */
  readonly joinSeconds: number
}

/**
 * Joins neighbouring chunks, whoever speaks: what one person says helps to hear what the next answers. Never over a
 * place where a region was cut in two, as that is no pause. Every chunk is in one group.
 * @param chunks in order of time
 */
export function groupChunks(chunks: readonly Chunk[], limits: GroupLimits): ChunkGroup[] {
  const groups: ChunkGroup[] = []
  for (const [index, chunk] of chunks.entries()) {
    const last = groups.at(-1)
    if (last !== undefined && belongsTo(last, chunk, limits)) {
      groups[groups.length - 1] = groupOf(chunks, last.from, index + 1)
    } else groups.push(groupOf(chunks, index, index + 1))
  }
  return groups
}

/** The two groups that a group of several chunks falls into, parted at the chunk nearest its middle. */
export function halveGroup(chunks: readonly Chunk[], group: ChunkGroup): [ChunkGroup, ChunkGroup] {
  const middle = (group.startSample + group.endSample) / 2
  const distance = (index: number): number => Math.abs((chunks[index] as Chunk).startSample - middle)
  let parting = group.from + 1
  for (let index = parting + 1; index < group.to; index++) {
    if (distance(index) < distance(parting)) parting = index
  }
  return [groupOf(chunks, group.from, parting), groupOf(chunks, parting, group.to)]
}

/** A group's padded span: as `padChunks` pads a chunk, between the chunks around the group. */
export function padGroup(
  chunks: readonly Chunk[],
  group: ChunkGroup,
  padSeconds: number,
  sampleCount: number,
): SampleSpan {
  const before = chunks.slice(Math.max(0, group.from - 1), group.from)
  const after = chunks.slice(group.to, group.to + 1)
  return padChunks([...before, group, ...after], padSeconds, sampleCount)[before.length] as SampleSpan
}

function belongsTo(group: ChunkGroup, chunk: Chunk, limits: GroupLimits): boolean {
  return (
    !group.cutAfter &&
    !chunk.cutBefore &&
    chunk.startSample - group.endSample < limits.joinSeconds * PCM_RATE &&
    chunk.endSample - group.startSample <= limits.longestSeconds * PCM_RATE
  )
}

function groupOf(chunks: readonly Chunk[], from: number, to: number): ChunkGroup {
  const members = chunks.slice(from, to)
  const [first, last] = [members[0] as Chunk, members.at(-1) as Chunk]
  const isOneSpeaker = members.every(({ localSpeaker }) => localSpeaker === first.localSpeaker)
  return {
    startSample: first.startSample,
    endSample: last.endSample,
    localSpeaker: isOneSpeaker ? first.localSpeaker : SEVERAL_SPEAKERS,
    regions: members.flatMap(({ regions }) => regions),
    cutBefore: first.cutBefore,
    cutAfter: last.cutAfter,
    from,
    to,
  }
}
