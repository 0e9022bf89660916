import { localSegments, planWindows, type SampleSpan, type SegmentedWindow } from '#core/windows/windows'
import type { EngineCaller } from '../engine-link/engine-link.ts'
import { modelSha256 } from '../models/model-store.ts'
import type { Checkpoints } from './checkpoints.ts'
import { inParallel } from './in-parallel.ts'
import type { JobContext } from './job-context.ts'
import { isLostWork } from './lost-work.ts'

const FRAME_SAMPLES = 320
/** Raised when the same window would be heard otherwise: another lift, another reading of the segmentation. */
const HEARING_VERSION = 'v1'

/** What the segmentation model said of a window: seconds from the window's start. */
export interface RawSegment {
  readonly start: number
  readonly end: number
  readonly speaker: number
}

/** Where the checkpoint of a window lies. `model`: sha256 of the segmentation model. */
export function windowKey(
  checkpoints: Checkpoints,
  { startSample, sampleCount }: SampleSpan,
  model: string,
): string {
  return checkpoints.key(`${startSample}+${sampleCount}`, model, HEARING_VERSION)
}

/**
 * Hears who speaks when in every 10 s window of the range; windows that are already there are not heard again.
 * `gains`: linear lift for each 20 ms frame of the whole sound, for detection of quiet speech; null leaves the
 * sound as it is.
 */
export async function segmentWindows(
  context: JobContext,
  engines: EngineCaller,
  kind: 'region-window' | 'speaker-window',
  gains: Float32Array | null,
  onProgress: (fraction: number) => void,
): Promise<SegmentedWindow[]> {
  const { checkpoints, range, signal } = context
  const windows = planWindows(range)
  const model = modelSha256(context.models.segmentation.entry)
  const keys = windows.map((window) => windowKey(checkpoints, window, model))
  const found = await checkpoints.many(kind, keys)
  /** Null where the engine failed on the window: nobody is heard there. */
  const hear = async (startSample: number, sampleCount: number) => {
    const firstFrame = Math.floor(startSample / FRAME_SAMPLES)
    const lastFrame = Math.ceil((startSample + sampleCount) / FRAME_SAMPLES)
    try {
      return await engines.call(
        {
          kind: 'segment',
          pcmPath: context.files.pcm,
          startSample,
          sampleCount,
          gains: gains ? gains.slice(firstFrame, lastFrame) : null,
          gainsStartFrame: firstFrame,
        },
        { signal, soundSeconds: 10 },
      )
    } catch (error) {
      if (!isLostWork(error)) throw error
      context.counts.failedChunks++
      return null
    }
  }
  let finished = 0
  const results: SegmentedWindow[] = []
  await inParallel(windows, context.cores * 2, async ({ startSample, sampleCount }, index) => {
    const key = keys[index] as string
    const before = found[index]
    let raw: RawSegment[] | null
    if (typeof before === 'string') raw = JSON.parse(before) as RawSegment[]
    else {
      raw = await hear(startSample, sampleCount)
      if (raw) await checkpoints.save(kind, key, JSON.stringify(raw))
    }
    results[index] = { startSample, segments: localSegments(raw ?? [], range.endSample - startSample) }
    finished++
    onProgress(finished / windows.length)
  })
  return results
}
