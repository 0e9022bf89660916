import { coresForWork } from '#studio/recognition/cores'
import { decodeToPcm } from '../measure/ffmpeg.ts'
import type { FinishedWork } from '../measure/finished-work.ts'
import { ProcessTreeMeter, type TreeUse } from '../measure/process-tree.ts'
import { rawModels } from './raw-models.ts'
import { RawProcess } from './raw-process.ts'
import type { Pass } from '#studio/models/model-config'
import type { RawTask } from './tasks.ts'

/**
 * The time of each raw stage for the same work, in seconds, including start and model loading; memory of the
 * highest.
 */
export interface RawStages extends TreeUse {
  readonly sound: number
  readonly regions: number
  readonly speakers: number
  readonly words: number
}

/**
 * The raw engine on the exact windows, pieces and chunks of our program, with as many parallel processes or
 * decodes.
 */
export async function runRawStages(
  file: string,
  pcm: string,
  language: string,
  work: FinishedWork,
): Promise<RawStages> {
  const models = await rawModels()
  const cores = coresForWork()
  const sound = await decodeToPcm(file, pcm)

  const segment = (windows: FinishedWork['windows']): RawTask => ({
    kind: 'segment',
    pcm,
    model: models.segmentation,
    stubEmbedding: models.stubEmbedding,
    windows,
  })
  const segmentation = await runTasks(split(work.windows, cores).map((windows) => [segment(windows)]))
  const embeddings = await runTasks(
    split(work.pieces, cores).map((pieces) => [
      { kind: 'embed', pcm, model: models.embedding, pieces } as const,
    ]),
  )
  // Each pass with its own settings, one after the other, as in our program.
  const decode = (pass: Pass): RawTask => ({
    kind: 'recognize',
    pcm,
    config: models.recognizer(language, pass),
    tailZeros: models.tailZeros,
    atOnce: cores,
    spans: work.decodes.filter(({ settings }) => settings === models.settings(language, pass)),
  })
  const decodes = await runTasks([[decode('first'), decode('second')]])
  const stages = [segmentation, embeddings, decodes]
  return {
    sound,
    // Both passes were timed as one: lifted and original sound cost the same.
    regions: segmentation.seconds / 2,
    speakers: segmentation.seconds / 2 + embeddings.seconds,
    words: decodes.seconds,
    peakBytes: combine(
      stages.map((stage) => stage.peakBytes),
      Math.max,
    ),
    // ffmpeg does this on one thread, at full load.
    cpuSeconds: combine([sound, ...stages.map((stage) => stage.cpuSeconds)], sum),
  }
}

/** Runs lists of tasks in parallel, one process each, from start to end. */
async function runTasks(
  lists: readonly (readonly RawTask[])[],
): Promise<TreeUse & { readonly seconds: number }> {
  const startedAt = performance.now()
  const engines = lists.map((tasks) => {
    const engine = new RawProcess()
    return { tasks, engine, meter: new ProcessTreeMeter(engine.pid) }
  })
  try {
    await Promise.all(
      engines.map(async ({ tasks, engine }) => {
        for (const task of tasks) await engine.run(task)
      }),
    )
    const seconds = (performance.now() - startedAt) / 1000
    const uses = engines.map(({ meter }) => meter.stop())
    return {
      seconds,
      // They run in parallel, so their peaks are added.
      peakBytes: combine(
        uses.map((use) => use.peakBytes),
        sum,
      ),
      cpuSeconds: combine(
        uses.map((use) => use.cpuSeconds),
        sum,
      ),
    }
  } finally {
    for (const { engine, meter } of engines) {
      meter.stop()
      await engine.close()
    }
  }
}

const sum = (...values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** null if one of the values could not be measured. */
function combine(values: readonly (number | null)[], how: (...values: number[]) => number): number | null {
  return values.includes(null) ? null : how(...values.map(Number))
}

/** Distributes items in turn, so that the parts are similar. */
function split<Item>(items: readonly Item[], parts: number): Item[][] {
  return Array.from({ length: parts }, (_, part) => items.filter((_item, index) => index % parts === part))
}
