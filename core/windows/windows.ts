import { PCM_RATE } from '../sound/pcm.ts'
import type { SampleRange } from '../sound/range.ts'
import { FRAME_SECONDS, WINDOW_FRAMES, frameAt } from './frames.ts'

/** Length of the segmentation model's input. */
export const WINDOW_SECONDS = 10
export const WINDOW_SAMPLES = WINDOW_SECONDS * PCM_RATE

/** Half a window, so that everything but the ends is analyzed twice to tell speakers apart (measured, docs/engine.md 5). */
export const HOP_SAMPLES = 5 * PCM_RATE

export interface SampleSpan {
  readonly startSample: number
  readonly sampleCount: number
}

/** One span of one speaker inside a window. Frames from the window's start, `endFrame` excluded. */
export interface LocalSegment {
  readonly startFrame: number
  readonly endFrame: number
  /** 0–2; has no meaning outside of its window. */
  readonly localSpeaker: number
}

export interface SegmentedWindow {
  readonly startSample: number
  readonly segments: readonly LocalSegment[]
}

/** Windows covering a range of a recording, each of 10 s except the last; none for an empty range. */
export function planWindows({ startSample: first, endSample }: SampleRange): SampleSpan[] {
  if (endSample <= first) return []
  const count = 1 + Math.ceil(Math.max(0, endSample - first - WINDOW_SAMPLES) / HOP_SAMPLES)
  return Array.from({ length: count }, (_, index) => {
    const startSample = first + index * HOP_SAMPLES
    return { startSample, sampleCount: Math.min(WINDOW_SAMPLES, endSample - startSample) }
  })
}

/**
 * The windows in which speech is detected: of `planWindows` every other and the last. Each sound is analyzed once but
 * near the end: speech is found as well as in all of them (measured, docs/engine.md 2).
 */
export function planSpeechWindows(range: SampleRange): SampleSpan[] {
  return planWindows(range).filter((_, index, { length }) => index % 2 === 0 || index === length - 1)
}

/**
 * The model's output for one window, in frames.
 * @param raw seconds from the window's start, as returned by sherpa
 * @param samplesLeft samples from the window's start to the end of the range: the zeros after it contain no speech
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
