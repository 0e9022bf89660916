import type { SampleRange } from '../sound/range.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { KeptSpans } from './kept-spans.ts'

/** Spans in ms as samples at a rate, in order. */
export const samplesOf = (spans: readonly TimeSpan[], rate: number): SampleRange[] =>
  spans.map(({ startMs, endMs }) => ({
    startSample: Math.round((startMs * rate) / 1_000),
    endSample: Math.round((endMs * rate) / 1_000),
  }))

/** A part of a recording that lasts `durationMs`, or all of it, as what is kept. */
export const keptPart = (part: TimeSpan | undefined, durationMs: number, rate: number): KeptSpans => ({
  rate,
  lengthSamples: Math.round((durationMs * rate) / 1_000),
  spans: samplesOf([part ?? { startMs: 0, endMs: durationMs }], rate),
})

/** The same at another rate; each edge is rounded by itself, so that nothing adds up. */
export function atRate({ rate, lengthSamples, spans }: KeptSpans, wanted: number): KeptSpans {
  const moved = (sample: number): number => Math.round((sample * wanted) / rate)
  return {
    rate: wanted,
    lengthSamples: moved(lengthSamples),
    spans: spans.map(({ startSample, endSample }) => ({
      startSample: moved(startSample),
      endSample: moved(endSample),
    })),
  }
}
