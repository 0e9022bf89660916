import type { SampleRange } from '../sound/range.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { KeptSpans } from './kept-spans.ts'

/**
 * What is kept of a recording within spans of the cut's own time, in order and apart: what is cut there stays cut.
 */
export function piecesOfKept(
  { rate, lengthSamples, spans }: KeptSpans,
  wanted: readonly TimeSpan[],
): KeptSpans {
  const pieces: SampleRange[] = []
  for (const { startMs, endMs } of wanted) {
    const [from, to] = [startMs, endMs].map((ms) => Math.round((ms * rate) / 1_000)) as [number, number]
    let begin = 0
    for (const { startSample, endSample } of spans) {
      const length = endSample - startSample
      const [start, end] = [Math.max(0, from - begin), Math.min(length, to - begin)]
      if (start < end) pieces.push({ startSample: startSample + start, endSample: startSample + end })
      begin += length
    }
  }
  return { rate, lengthSamples, spans: pieces }
}
