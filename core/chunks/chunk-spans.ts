import { PCM_RATE } from '../sound/pcm.ts'
import type { SampleRange } from '../sound/range.ts'
import type { SampleSpan } from '../windows/windows.ts'
import { padChunks } from './pad.ts'
import type { Chunk } from './plan.ts'
import { quietestPlace, type ReadSamples } from './quietest.ts'

/** Maximum silence kept around a chunk, in seconds: narrow for the first decode, wide for the others. */
const NARROW_PAD = 0.15
const WIDE_PAD = 0.4

/** The padded spans to decode for each chunk, in the chunks' order. */
export interface ChunkSpans {
  readonly narrow: readonly SampleSpan[]
  readonly wide: readonly SampleSpan[]
}

/** `chunks` in order of time; `range`: the part of the sound to transcribe. */
export function chunkSpans(chunks: readonly Chunk[], range: SampleRange): ChunkSpans {
  return { narrow: padChunks(chunks, NARROW_PAD, range), wide: padChunks(chunks, WIDE_PAD, range) }
}

/** A span cut in two at the quietest place near its middle. */
export function halvesOf(
  { startSample, sampleCount }: SampleSpan,
  readSamples: ReadSamples,
): readonly [SampleSpan, SampleSpan] {
  const end = startSample + sampleCount
  const middle = quietestPlace(readSamples, startSample, end)
  return [
    { startSample, sampleCount: middle - startSample },
    { startSample: middle, sampleCount: end - middle },
  ]
}

/** Duration of certain speech in a chunk, excluding pauses. */
export function secondsOfSpeech(chunk: Chunk): number {
  return chunk.regions.reduce((sum, region) => sum + (region.endSample - region.startSample), 0) / PCM_RATE
}
