import type { Chunk } from '../chunks/plan.ts'
import { PCM_RATE } from '../sound/pcm.ts'
import type { TimeSpan } from '../transcript/time-span.ts'

/**
 * Indexes of the chunks needed for the wanted parts: those they touch, and if one of these was cut within
 * speech, also the chunk on the other side of the cut, as words next to a cut are unreliable.
 */
export function chunksToDecode(chunks: readonly Chunk[], wanted: readonly TimeSpan[]): number[] {
  const touched = chunks.map(({ startSample, endSample }) =>
    wanted.some(({ startMs, endMs }) => startMs < msOf(endSample) && msOf(startSample) < endMs),
  )
  return [...chunks.keys()].filter(
    (index) =>
      touched[index] === true ||
      (chunks[index]?.cutAfter === true && touched[index + 1] === true) ||
      (chunks[index]?.cutBefore === true && touched[index - 1] === true),
  )
}

const msOf = (sample: number): number => (sample * 1_000) / PCM_RATE
