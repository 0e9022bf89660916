import type { SampleSpan, SegmentedWindow } from '#core/windows/windows'
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
  const gainsOf = ({ startSample, sampleCount }: SampleSpan) => {
    const gainsStartFrame = Math.floor(startSample / FRAME_SAMPLES)
    const endFrame = Math.ceil((startSample + sampleCount) / FRAME_SAMPLES)
    const own = gains?.slice(gainsStartFrame, endFrame) ?? null
    return { gainsStartFrame, gains: own?.every((gain) => gain === 1) === true ? null : own }
  }
  /** Null if the engine failed on the window, which then counts as silence. */
  const segmentSpan = async (span: SampleSpan, lift: ReturnType<typeof gainsOf>) => {
    try {
      return await engines.call(
        {
          kind: 'segment',
          pcmPath: context.files.pcm,
          startSample: span.startSample,
          sampleCount: span.sampleCount,
          ...lift,
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
    const lift = gainsOf(span)
    const raw = stored ?? (await segmentSpan(span, lift))
    if (stored === null && raw !== null) {
      await checkpoints.save(kind, key, JSON.stringify(raw))
      // Without a gain it is the window that tells who speaks too.
      if (gains !== null && lift.gains === null)
        await checkpoints.save('speaker-window', key, JSON.stringify(raw))
    }
    results[index] = segmentedWindow(span, raw, range)
    finished++
    onProgress(finished / windows.length)
  })
  return results
}
