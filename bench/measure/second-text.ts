import type { Opinion } from '#core/second-opinion/opinion'
import { type StoredOpinion, unpackOpinion } from '#core/second-opinion/stored-opinion'
import type { Transcript } from '#core/transcript/transcript'
import { opinionKey, secondOpinionKind } from '#studio/job-kinds/second-opinion'
import { runJob } from '#studio/queue/run-job'
import { SECOND_OPINION } from '#studio/library/tables/results/second-opinions'
import type { Studio } from '#studio/studio'

export interface SecondTextOptions {
  readonly model: string
  /** ISO 639-1 */
  readonly language: string
  readonly careful: boolean
  /** As in idle time: one pass, without exact word times. */
  readonly quick?: boolean
}

/** A transcript's whole recording recognized again; the same request is kept. */
export async function secondText(
  studio: Studio,
  { id, recordingId }: Pick<Transcript, 'id' | 'recordingId'>,
  options: SecondTextOptions,
): Promise<Opinion> {
  const { library, models } = studio
  const settings = { transcriptId: id, spans: null, ...options }
  const settingsKey = await opinionKey(models, SECOND_OPINION, settings)
  const job = await library.requestJob({ recordingId, kind: SECOND_OPINION, settings, settingsKey })
  const kept = await library.opinion(job.id)
  if (kept !== null) return unpackOpinion(JSON.parse(kept.opinion) as StoredOpinion)
  const kind = secondOpinionKind(studio)
  try {
    await runJob(library, kind, job, { signal: new AbortController().signal, onProgress: () => undefined })
  } finally {
    await kind.rest()
  }
  const made = await library.opinion(job.id)
  if (made === null) throw new Error(`no second text of ${id}`)
  return unpackOpinion(JSON.parse(made.opinion) as StoredOpinion)
}
