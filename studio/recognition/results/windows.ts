import type { SampleRange } from '#core/sound/range'
import {
  localSegments,
  planSpeechWindows,
  planWindows,
  type SampleSpan,
  type SegmentedWindow,
} from '#core/windows/windows'
import type { Checkpoints } from '../checkpoints.ts'

/** Region windows use audio with gain applied, to find speech regions; speaker windows use the unchanged audio. */
export type WindowKind = 'region-window' | 'speaker-window'

/**
 * Incremented when the same window would give a different result: changed gain, or changed reading of the
 * segmentation.
 */
const VERSION = 'v1'

/** One segment found by the segmentation model; times in seconds from the window's start. */
export interface RawSegment {
  readonly start: number
  readonly end: number
  readonly speaker: number
}

/** A window of the range with its result, if one is stored. */
export interface WindowResult {
  readonly span: SampleSpan
  /** Checkpoint key. */
  readonly key: string
  readonly raw: readonly RawSegment[] | null
}

/** The windows of the range for that kind, with their stored results. `model`: sha256 of the segmentation model. */
export function readWindows(
  checkpoints: Checkpoints,
  kind: WindowKind,
  range: SampleRange,
  model: string,
): Promise<readonly WindowResult[]> {
  const spans = kind === 'region-window' ? planSpeechWindows(range) : planWindows(range)
  return readSpans(checkpoints, kind, spans, model)
}

/** Checkpoint key of a window's result. */
export function windowKey(
  checkpoints: Checkpoints,
  { startSample, sampleCount }: SampleSpan,
  model: string,
): string {
  return checkpoints.key(`${startSample}+${sampleCount}`, model, VERSION)
}

async function readSpans(
  checkpoints: Checkpoints,
  kind: WindowKind,
  spans: readonly SampleSpan[],
  model: string,
): Promise<readonly WindowResult[]> {
  const keys = spans.map((span) => windowKey(checkpoints, span, model))
  const stored = await checkpoints.many(kind, keys)
  return spans.map((span, index) => {
    const result = stored[index]
    const raw = typeof result === 'string' ? (JSON.parse(result) as RawSegment[]) : null
    return { span, key: keys[index] ?? '', raw }
  })
}

/** A window without a result, on which the engine failed, counts as silence. */
export function segmentedWindow(
  { startSample }: SampleSpan,
  raw: readonly RawSegment[] | null,
  range: SampleRange,
): SegmentedWindow {
  return { startSample, segments: localSegments(raw ?? [], range.endSample - startSample) }
}

/** The windows that a transcript was made from, from stored results; null if none is stored. */
export async function storedWindows(
  checkpoints: Checkpoints,
  kind: WindowKind,
  range: SampleRange,
  model: string,
): Promise<readonly SegmentedWindow[] | null> {
  // Earlier versions detected speech in all windows.
  const all = await readSpans(checkpoints, kind, planWindows(range), model)
  const results = all.some(({ raw }) => raw === null)
    ? await readWindows(checkpoints, kind, range, model)
    : all
  if (results.every(({ raw }) => raw === null)) return null
  return results.map(({ span, raw }) => segmentedWindow(span, raw, range))
}
