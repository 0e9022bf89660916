import type { SegmentedWindow } from '#core/windows/windows'
import type { EngineCaller } from '../engine-link/engine-link.ts'
import { modelSha256 } from '../models/model-store.ts'
import { readWindows, segmentedWindow, type WindowKind } from './results/windows.ts'
import { inParallel } from './in-parallel.ts'
import type { JobContext } from './job-context.ts'
import { isLostWork } from './lost-work.ts'

const FRAME_SAMPLES = 320
/**
 * Segments every 10 s window of the range by speaker; windows with stored results are skipped.
 * `gains`: linear gain for each 20 ms frame of the whole audio, to detect quiet speech; null leaves the audio
 * unchanged.
 */
export async function segmentWindows(
  context: JobContext,
  engines: EngineCaller,
  kind: WindowKind,
  gains: Float32Array | null,
  onProgress: (fraction: number) => void,
): Promise<SegmentedWindow[]> {
  const { checkpoints, range, signal } = context
  const model = modelSha256(context.models.segmentation.entry)
  const windows = await readWindows(checkpoints, kind, range, model)
  /** Null if the engine failed on the window, which then counts as silence. */
  const segmentSpan = async (startSample: number, sampleCount: number) => {
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
  await inParallel(windows, context.cores * 2, async ({ span, key, raw: stored }, index) => {
    const raw = stored ?? (await segmentSpan(span.startSample, span.sampleCount))
    if (stored === null && raw !== null) await checkpoints.save(kind, key, JSON.stringify(raw))
    results[index] = segmentedWindow(span, raw, range)
    finished++
    onProgress(finished / windows.length)
  })
  return results
}
