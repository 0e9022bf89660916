import { PCM_RATE } from '../sound/pcm.ts'
import type { SampleRange } from '../sound/range.ts'
import type { SampleSpan } from '../windows/windows.ts'
import { padChunks } from './pad.ts'
import type { Chunk } from './plan.ts'
import { quietestPlace, type ReadSamples } from './quietest.ts'

/** Silence kept around a chunk, at most, in seconds: narrow for the first decode, wide for the others. */
const NARROW_PAD = 0.15
const WIDE_PAD = 0.4

/** What is decoded of each chunk, padded; in the chunks' order. */
export interface ChunkSpans {
  readonly narrow: readonly SampleSpan[]
  readonly wide: readonly SampleSpan[]
}

/** `chunks` in order of time; `range`: what of the sound is transcribed. */
export function chunkSpans(chunks: readonly Chunk[], range: SampleRange): ChunkSpans {
  return { narrow: padChunks(chunks, NARROW_PAD, range), wide: padChunks(chunks, WIDE_PAD, range) }
}

/** A span in two, parted at the quietest place near its middle. */
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

/** How much sure speech a chunk holds, without the pauses inside of it. */
export function secondsOfSpeech(chunk: Chunk): number {
  return chunk.regions.reduce((sum, region) => sum + (region.endSample - region.startSample), 0) / PCM_RATE
}
