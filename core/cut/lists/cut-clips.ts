import type { FrameRate } from '../../frames/timecode.ts'
import type { ListedCut } from './cut-list.ts'

/** A kept span of a recording, in whole frames or samples; the ends excluded. */
export interface CutClip {
  /** In the recording's file. */
  readonly from: number
  readonly to: number
  /** In the cut. */
  readonly at: number
}

export interface CutFrames {
  readonly rate: FrameRate
  readonly clips: readonly CutClip[]
  /** Of the recording. */
  readonly length: number
}

/** In frames of the video, counted from its first; without one in those of `rate`, of which the first is at the start. */
export function cutFrames({ kept, video, rate: other }: ListedCut): CutFrames {
  const rate = video ?? other
  const perSecond = rate.numerator / rate.denominator
  const first = (video?.firstUs ?? 0) / 1e6
  const frameAt = (sample: number): number =>
    Math.max(0, Math.round((sample / kept.rate - first) * perSecond))
  const edges = kept.spans.map(({ startSample, endSample }) => ({
    from: frameAt(startSample),
    to: frameAt(endSample),
  }))
  const last = edges.at(-1)?.to ?? 0
  return { rate, clips: placed(edges), length: Math.max(frameAt(kept.lengthSamples), last, 1) }
}

/** In samples, exactly. */
export function cutSamples({ kept }: ListedCut): {
  readonly rate: number
  readonly clips: readonly CutClip[]
} {
  const edges = kept.spans.map(({ startSample, endSample }) => ({ from: startSample, to: endSample }))
  return { rate: kept.rate, clips: placed(edges) }
}

/** One after another; sound shorter than half a frame has none. */
function placed(edges: readonly Pick<CutClip, 'from' | 'to'>[]): CutClip[] {
  let at = 0
  return edges
    .filter(({ from, to }) => to > from)
    .map((edge) => {
      const clip = { ...edge, at }
      at += edge.to - edge.from
      return clip
    })
}

/** The media as a relative address. */
export const mediaAddress = ({ media }: ListedCut): string =>
  media
    .split('/')
    .map((step) => encodeURIComponent(step.toWellFormed()))
    .join('/')

/** A text on one line. */
export const onOneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
