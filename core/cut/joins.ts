import type { TimeSpan } from '../transcript/time-span.ts'
import type { KeptSpans } from './kept-spans.ts'

/** How long the sound beside a join fades, in ms, of the sound that is cut. */
export const FADE_MS = 8

/** Where two kept spans meet; all in samples. */
export interface Join {
  /** In the cut. */
  readonly atSample: number
  /** Ends of the spans on the recording's clock: what is between them is cut. */
  readonly endSample: number
  readonly startSample: number
  /**
   * So many samples after `endSample` are added to the sound after the join with a gain that falls evenly from 1 to 0, and
   * as many before `startSample` to the sound before it with one that rises from 0 to 1. What is kept is never quieter, and
   * nothing is moved.
   */
  readonly fadeSamples: number
}

/** The joins of a cut in order: one fewer than spans. Fades never overlap each other within one cut. */
export function joinsOf({ spans, rate }: Pick<KeptSpans, 'spans' | 'rate'>): Join[] {
  const most = Math.round((FADE_MS * rate) / 1_000)
  let atSample = 0
  return spans.slice(1).map(({ startSample }, place) => {
    const before = spans[place] ?? { startSample: 0, endSample: 0 }
    const { endSample } = before
    atSample += endSample - before.startSample
    return { atSample, endSample, startSample, fadeSamples: Math.min(most, (startSample - endSample) >> 1) }
  })
}

/** What is cut of a recording: the complement of the kept spans, in ms of the recording that need not be whole. */
export function cutSpans({ spans, rate, lengthSamples }: KeptSpans): TimeSpan[] {
  const edges = [0, ...spans.flatMap(({ startSample, endSample }) => [startSample, endSample]), lengthSamples]
  const cuts: TimeSpan[] = []
  for (let place = 0; place + 1 < edges.length; place += 2) {
    const [start = 0, end = 0] = edges.slice(place, place + 2)
    if (end > start) cuts.push({ startMs: (start * 1_000) / rate, endMs: (end * 1_000) / rate })
  }
  return cuts
}

/** How many times something is cut, not counting what trim leaves off at the ends. */
export const cutCount = (kept: KeptSpans, part: TimeSpan | undefined): number =>
  cutSpans(kept).filter(
    ({ startMs, endMs }) => part === undefined || (startMs >= part.startMs && endMs <= part.endMs),
  ).length
