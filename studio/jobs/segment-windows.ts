import { localSegments, planWindows, type SegmentedWindow } from '#core/speakers/windows'
import { EnginePool } from '../engine-link/engine-pool.ts'
import { modelPath } from '../models/model-config.ts'
import { type Model, modelSha256 } from '../models/model-store.ts'
import { inParallel } from './in-parallel.ts'
import type { JobContext, Sound } from './job-context.ts'

const FRAME_SAMPLES = 320

/** A pool with the segmentation model loaded; sherpa's call is synchronous, so one process a core. */
export function segmentationPool(segmentation: Model, cores: number): EnginePool {
  return new EnginePool(cores, {
    setUp: [
      {
        kind: 'load-segmentation',
        model: modelPath(segmentation, 'model'),
        stubEmbedding: modelPath(segmentation, 'stubEmbedding'),
      },
    ],
  })
}

/**
 * Hears who speaks when in every 10 s window of the sound; windows that are already there are not heard again.
 * `gains`: linear lift for each 20 ms frame of the whole sound, for detection of quiet speech; null leaves the
 * sound as it is.
 */
export async function segmentWindows(
  context: JobContext,
  sound: Sound,
  pool: EnginePool,
  kind: 'region-window' | 'speaker-window',
  gains: Float32Array | null,
  onProgress: (fraction: number) => void,
): Promise<SegmentedWindow[]> {
  const { checkpoints, signal } = context
  const windows = planWindows(sound.sampleCount)
  const model = modelSha256(context.models.segmentation.entry)
  const keys = windows.map(({ startSample, sampleCount }) =>
    checkpoints.key(`${startSample}+${sampleCount}`, model),
  )
  const found = await checkpoints.many(kind, keys)
  let finished = 0
  const results: SegmentedWindow[] = []
  await inParallel(windows, context.cores * 2, async ({ startSample, sampleCount }, index) => {
    const key = keys[index] as string
    const before = found[index]
    let raw: { start: number; end: number; speaker: number }[]
    if (typeof before === 'string') raw = JSON.parse(before) as typeof raw
    else {
      const firstFrame = Math.floor(startSample / FRAME_SAMPLES)
      const lastFrame = Math.ceil((startSample + sampleCount) / FRAME_SAMPLES)
      raw = await pool.call(
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
      await checkpoints.save(kind, key, JSON.stringify(raw))
    }
    results[index] = { startSample, segments: localSegments(raw, sound.sampleCount - startSample) }
    finished++
    onProgress(finished / windows.length)
  })
  return results
}
