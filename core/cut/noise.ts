import type { TimeSpan } from '../transcript/time-span.ts'
import type { LoudnessCurve } from './loudness.ts'

/** A level is as loud as speech from this share of the middle level of all words on. */
const SHARE_OF_SPEECH = 0.5
/** Of a word, which may end later or begin sooner than its times say; in ms. */
const WORD_EDGE_MS = 120

export interface Noise {
  /** How much of a span is as loud as speech, in ms. */
  loudMs(span: TimeSpan): number
}

/** What is as loud as speech, by the times in which something is said, in order. */
export function noiseOf({ grainMs, levels }: LoudnessCurve, spoken: readonly TimeSpan[]): Noise {
  const grains = ({ startMs, endMs }: TimeSpan): { readonly from: number; readonly to: number } => ({
    from: Math.max(0, Math.ceil(startMs / grainMs)),
    to: Math.min(levels.length, Math.floor(endMs / grainMs)),
  })
  const speech: number[] = []
  for (const span of spoken) {
    const { from, to } = grains(span)
    for (let at = from; at < to; at += 1) speech.push(levels[at] ?? 0)
  }
  const middle = speech.toSorted((a, b) => a - b)[speech.length >> 1] ?? 0
  return {
    loudMs({ startMs, endMs }) {
      if (middle === 0) return 0
      const { from, to } = grains({ startMs: startMs + WORD_EDGE_MS, endMs: endMs - WORD_EDGE_MS })
      let loud = 0
      for (let at = from; at < to; at += 1) if ((levels[at] ?? 0) >= SHARE_OF_SPEECH * middle) loud += 1
      return loud * grainMs
    },
  }
}
