import { PCM_RATE } from '../sound/pcm.ts'
import type { SampleRange } from '../sound/range.ts'
import type { SampleSpan } from '../windows/windows.ts'
import type { Chunk } from './plan.ts'

/**
 * The span to decode for each chunk: the chunk with up to `padSeconds` of the pause on either side, as models lose
 * words at sharp edges. Never more than half of the pause to the next chunk, and nothing beyond a cut.
 * @param chunks in order of time
 * @param range the part of the sound to transcribe, which padding does not exceed
 */
export function padChunks(chunks: readonly Chunk[], padSeconds: number, range: SampleRange): SampleSpan[] {
  const pad = Math.round(padSeconds * PCM_RATE)
  return chunks.map((chunk, index) => {
    const before = chunks[index - 1]
    const after = chunks[index + 1]
    const earliest = before === undefined ? range.startSample : middleOfPause(before, chunk)
    const latest = after === undefined ? range.endSample : middleOfPause(chunk, after)
    const startSample = chunk.cutBefore ? chunk.startSample : Math.max(earliest, chunk.startSample - pad)
    const endSample = chunk.cutAfter ? chunk.endSample : Math.min(latest, chunk.endSample + pad)
    return { startSample, sampleCount: endSample - startSample }
  })
}

const middleOfPause = (before: Chunk, after: Chunk): number =>
  Math.floor((before.endSample + after.startSample) / 2)
