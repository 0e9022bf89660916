import type { FrameGrid } from '../frames/video-frames.ts'
import type { SampleRange } from '../sound/range.ts'

/** The sound that stays of a recording, on the recording's own clock. */
export interface KeptSpans {
  /** Samples a second of all numbers here. */
  readonly rate: number
  /** Of the whole recording, from its length in ms: a file may be a few samples longer, which belong to a last span that ends here. */
  readonly lengthSamples: number
  /** In order, with something cut between each and the next; empty if all is cut. */
  readonly spans: readonly SampleRange[]
  /** With a video: every edge is where a frame begins, but for those of the whole recording. */
  readonly frames?: FrameGrid
}

/** How many samples the cut lasts. */
export const keptSamples = ({ spans }: Pick<KeptSpans, 'spans'>): number =>
  spans.reduce((sum, { startSample, endSample }) => sum + endSample - startSample, 0)

/** How long the cut lasts, in whole ms. */
export const keptMs = (kept: Pick<KeptSpans, 'spans' | 'rate'>): number =>
  Math.round((keptSamples(kept) * 1_000) / kept.rate)

/** Whether nothing is cut. */
export const isWhole = ({ spans, lengthSamples }: Pick<KeptSpans, 'spans' | 'lengthSamples'>): boolean =>
  spans.length === 1 && spans[0]?.startSample === 0 && spans[0].endSample >= lengthSamples
