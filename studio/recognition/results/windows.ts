import type { SampleRange } from '#core/sound/range'
import { localSegments, planWindows, type SampleSpan, type SegmentedWindow } from '#core/windows/windows'
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

/** The windows of the range with their stored results. `model`: sha256 of the segmentation model. */
export async function readWindows(
  checkpoints: Checkpoints,
  kind: WindowKind,
  range: SampleRange,
  model: string,
): Promise<readonly WindowResult[]> {
  const spans = planWindows(range)
  const keys = spans.map(({ startSample, sampleCount }) =>
    checkpoints.key(`${startSample}+${sampleCount}`, model, VERSION),
  )
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

/** All windows of the range from stored results; null for a window without one. */
export async function storedWindows(
  checkpoints: Checkpoints,
  kind: WindowKind,
  range: SampleRange,
  model: string,
): Promise<readonly SegmentedWindow[] | null> {
  const results = await readWindows(checkpoints, kind, range, model)
  if (results.every(({ raw }) => raw === null)) return null
  return results.map(({ span, raw }) => segmentedWindow(span, raw, range))
}
