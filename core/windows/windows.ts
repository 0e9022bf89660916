import { PCM_RATE } from '../sound/pcm.ts'
import type { SampleRange } from '../sound/range.ts'
import { FRAME_SECONDS, WINDOW_FRAMES, frameAt } from './frames.ts'

/** What the segmentation model hears at once. */
export const WINDOW_SECONDS = 10
export const WINDOW_SAMPLES = WINDOW_SECONDS * PCM_RATE

/** Each place but the ends is heard twice (measured, see docs/engine.md). */
export const HOP_SAMPLES = 5 * PCM_RATE

export interface SampleSpan {
  readonly startSample: number
  readonly sampleCount: number
}

/** One stretch of one speaker inside a window. Frames from the window's start, `endFrame` not included. */
export interface LocalSegment {
  readonly startFrame: number
  readonly endFrame: number
  /** 0–2; means nothing outside of its window. */
  readonly localSpeaker: number
}

export interface SegmentedWindow {
  readonly startSample: number
  readonly segments: readonly LocalSegment[]
}

/** Windows over a range of a recording, each of 10 s but the last; none over an empty one. */
export function planWindows({ startSample: first, endSample }: SampleRange): SampleSpan[] {
  if (endSample <= first) return []
  const count = 1 + Math.ceil(Math.max(0, endSample - first - WINDOW_SAMPLES) / HOP_SAMPLES)
  return Array.from({ length: count }, (_, index) => {
    const startSample = first + index * HOP_SAMPLES
    return { startSample, sampleCount: Math.min(WINDOW_SAMPLES, endSample - startSample) }
  })
}

/**
 * What the model said of one window, in frames.
 * @param raw seconds from the window's start, as sherpa gives them
 * @param samplesLeft samples from the window's start to where listening ends: nobody speaks in the zeros after
 */
export function localSegments(
  raw: readonly { readonly start: number; readonly end: number; readonly speaker: number }[],
  samplesLeft: number,
): LocalSegment[] {
  const limit = Math.min(WINDOW_FRAMES, Math.ceil(samplesLeft / PCM_RATE / FRAME_SECONDS))
  return raw
    .map(({ start, end, speaker }) => ({
      startFrame: Math.max(0, frameAt(start)),
      endFrame: Math.min(limit, frameAt(end)),
      localSpeaker: speaker,
    }))
    .filter(({ startFrame, endFrame }) => endFrame > startFrame)
}
