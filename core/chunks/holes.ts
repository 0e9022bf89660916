import { PCM_RATE } from '../sound/pcm.ts'
import type { SampleRange } from '../sound/range.ts'

/* All numbers measured, see docs/engine.md. */
/** Shorter speech may well hold no token. */
const SHORTEST_HOLE = 0.8 * PCM_RATE
/** Inside a region in which tokens do start, it takes so much without one. */
const LONGEST_WITHOUT_TOKEN = 2 * PCM_RATE
/** What the token before the hole is taken to last. */
const TOKEN_LENGTH = 0.3 * PCM_RATE
/** Token times are not exact: so far outside of a region a token still counts as in it. */
const EARLY = 0.3 * PCM_RATE
const LATE = 0.1 * PCM_RATE

/**
 * Speech of a chunk that its decode passed over, to be decoded alone: whole regions in which no token starts,
 * and long stretches without one inside the others.
 * @param tokenStartSamples samples of the recording, rising
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
    .filter((hole) => hole.endSample - hole.startSample > SHORTEST_HOLE)
    .map(({ startSample, endSample }) => ({ startSample, endSample }))
}

function stretchesWithoutToken(region: SampleRange, starts: readonly number[]): SampleRange[] {
  const stretches: SampleRange[] = []
  const ends = [...starts, region.endSample]
  for (const [index, endSample] of ends.entries()) {
    const token = starts[index - 1]
    const from = token ?? region.startSample
    if (endSample - from <= LONGEST_WITHOUT_TOKEN) continue
    stretches.push({ startSample: token === undefined ? from : from + TOKEN_LENGTH, endSample })
  }
  return stretches
}
