import type { SampleRange } from '#core/sound/range'
import { localSegments, planWindows, type SampleSpan, type SegmentedWindow } from '#core/windows/windows'
import type { Checkpoints } from '../checkpoints.ts'

/** Of the lifted sound, for speech regions; of the sound as it is, for speakers. */
export type WindowKind = 'region-window' | 'speaker-window'

/** Raised when the same window would give another result: another lift, another reading of the segmentation. */
const VERSION = 'v1'

/** What the segmentation model said of a window: seconds from the window's start. */
export interface RawSegment {
  readonly start: number
  readonly end: number
  readonly speaker: number
}

/** A window of the range with its result, if there is one. */
export interface WindowResult {
  readonly span: SampleSpan
  /** Of its checkpoint. */
  readonly key: string
  readonly raw: readonly RawSegment[] | null
}

/** The windows of the range with what is stored of them. `model`: sha256 of the segmentation model. */
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

/** Nobody speaks in a window without a result: the engine failed on it. */
export function segmentedWindow(
  { startSample }: SampleSpan,
  raw: readonly RawSegment[] | null,
  range: SampleRange,
): SegmentedWindow {
  return { startSample, segments: localSegments(raw ?? [], range.endSample - startSample) }
}

/** All windows of the range from what is stored; null where nothing is. */
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
