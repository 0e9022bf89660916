import type { Region } from '../regions/regions.ts'
import { PCM_RATE } from '../sound/pcm.ts'
import type { SampleRange } from '../sound/range.ts'
import { type ReadSamples, quietestPlace } from './quietest.ts'

/** Local speaker of a chunk with several speakers. */
export const SEVERAL_SPEAKERS = -1

/** What a model can decode at once. Each kind of model has its own limits. */
export interface ChunkLimits {
  readonly oneSpeakerSeconds: number
  /** Where several people talk, long chunks silently lose whole turns (measured, see docs/engine.md). */
  readonly mixedSeconds: number
  /** Regions separated by a shorter pause are joined. */
  readonly joinSeconds: number
}

/** Regions that are decoded together. */
export interface Chunk extends SampleRange {
  /** The only speaker, or -1 if there are several. */
  readonly localSpeaker: number
  readonly regions: readonly SampleRange[]
  /** Whether the chunk begins (or ends) where a region was cut in two: padding must not extend across the cut. */
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

interface Part extends Region {
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

/**
 * Joins regions to chunks, and cuts those that are too long at their quietest place, so that no chunk exceeds the
 * model's limit and sentences stay whole where possible.
 * @param regions in order of time
 */
export function planChunks(
  regions: readonly Region[],
  readSamples: ReadSamples,
  limits: ChunkLimits,
): Chunk[] {
  const chunks: Chunk[] = []
  for (const region of regions) {
    const parts = cutRegion({ ...region, cutBefore: false, cutAfter: false }, readSamples, limits)
    for (const part of parts) {
      const last = chunks.at(-1)
      if (last !== undefined && fitsTogether(last, part, limits)) {
        chunks[chunks.length - 1] = join(last, part)
      } else {
        const { startSample, endSample } = part
        chunks.push({ ...part, regions: [{ startSample, endSample }] })
      }
    }
  }
  return chunks
}

/** Parts within the limit for one speaker, each cut in two until it fits. */
function cutRegion(part: Part, readSamples: ReadSamples, limits: ChunkLimits): Part[] {
  if (part.endSample - part.startSample <= limits.oneSpeakerSeconds * PCM_RATE) return [part]
  const cut = quietestPlace(readSamples, part.startSample, part.endSample)
  return [
    ...cutRegion({ ...part, endSample: cut, cutAfter: true }, readSamples, limits),
    ...cutRegion({ ...part, startSample: cut, cutBefore: true }, readSamples, limits),
  ]
}

function fitsTogether(chunk: Chunk, part: Part, limits: ChunkLimits): boolean {
  const seconds = chunk.localSpeaker === part.localSpeaker ? limits.oneSpeakerSeconds : limits.mixedSeconds
  return (
    part.endSample - chunk.startSample <= seconds * PCM_RATE &&
    part.startSample - chunk.endSample < limits.joinSeconds * PCM_RATE
  )
}

function join(chunk: Chunk, { startSample, endSample, localSpeaker, cutAfter }: Part): Chunk {
  return {
    ...chunk,
    endSample,
    localSpeaker: chunk.localSpeaker === localSpeaker ? localSpeaker : SEVERAL_SPEAKERS,
    regions: [...chunk.regions, { startSample, endSample }],
    cutAfter,
  }
}
