import { PCM_RATE } from '../sound/pcm.ts'
import type { SampleRange } from '../sound/range.ts'

/* All numbers measured, see docs/engine.md. */
/** Shorter speech may legitimately have no token. */
const MIN_HOLE = 0.8 * PCM_RATE
/** Longest time without a token inside a region in which tokens do start. */
const MAX_WITHOUT_TOKEN = 2 * PCM_RATE
/** Assumed duration of the token before a hole. */
const TOKEN_LENGTH = 0.3 * PCM_RATE
/** Token times are inexact: a token this far outside of a region still counts as inside. */
const EARLY = 0.3 * PCM_RATE
const LATE = 0.1 * PCM_RATE

/**
 * Speech of a chunk that its decode skipped, to be decoded separately: whole regions in which no token starts, and
 * long stretches without a token inside other regions.
 * @param tokenStartSamples samples of the recording, in increasing order
 */
export function findHoles(
  chunk: { readonly regions: readonly SampleRange[] },
  tokenStartSamples: readonly number[],
): SampleRange[] {
  return chunk.regions
    .flatMap((region) => {
      const starts = tokenStartSamples.filter(
        (start) => start >= region.startSample - EARLY && start <= region.endSample + LATE,
      )
      return starts.length === 0 ? [region] : stretchesWithoutToken(region, starts)
    })
    .filter((hole) => hole.endSample - hole.startSample > MIN_HOLE)
    .map(({ startSample, endSample }) => ({ startSample, endSample }))
}

function stretchesWithoutToken(region: SampleRange, starts: readonly number[]): SampleRange[] {
  const stretches: SampleRange[] = []
  const ends = [...starts, region.endSample]
  for (const [index, endSample] of ends.entries()) {
    const token = starts[index - 1]
    const from = token ?? region.startSample
    if (endSample - from <= MAX_WITHOUT_TOKEN) continue
    stretches.push({ startSample: token === undefined ? from : from + TOKEN_LENGTH, endSample })
  }
  return stretches
}
