import type { OpinionCard } from '#contracts/calls/opinions'
import type { GroupApi } from '#contracts/calls/calls'
import { Fault } from '#contracts/errors'
import { OpinionSettings } from '#contracts/opinion-settings'
import { removedWords } from '#core/opinion/removed-words'
import { opinionKey } from '../jobs/kinds/second-opinion.ts'
import type { JobRunner } from '../jobs/queue/job-runner.ts'
import type { TranscriptFacts } from '../library/library.ts'
import { SECOND_OPINION } from '../library/tables/second-opinions.ts'
import { DEFAULT_MODELS, type ModelStore } from '../models/model-store.ts'
import type { Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'

export function opinionApi(
  { library, models }: Pick<Studio, 'library' | 'models'>,
  runner: JobRunner,
): GroupApi<'opinions', CallOptions> {
  const factsOf = async (transcriptId: string): Promise<TranscriptFacts> => {
    const facts = await library.transcriptFacts(transcriptId)
    if (facts === undefined) throw new Fault('recording.no-transcript', { reference: transcriptId })
    return facts
  }
  return {
    async start({ transcriptId, spans, model, language, careful }) {
      const facts = await factsOf(transcriptId)
      if (facts.state === 'running') throw new Fault('transcript.running')
      const settings: OpinionSettings = {
        transcriptId,
        spans,
        model: model ?? (await modelOf(models, facts)),
        language: language ?? (facts.language === 'und' ? 'auto' : facts.language),
        careful,
      }
      const { recordingId } = facts
      const settingsKey = await opinionKey(models, SECOND_OPINION, settings)
      const job = await library.requestJob({ recordingId, kind: SECOND_OPINION, settings, settingsKey })
      if (job.state === 'paused') await runner.resume(job.id)
      else if (job.state === 'failed' || job.state === 'cancelled') await runner.retry(job.id)
      return { jobId: job.id }
    },
    async list({ transcriptId }) {
      const { recordingId } = await factsOf(transcriptId)
      const [jobs, made, known] = await Promise.all([
        library.jobsOf(recordingId),
        library.opinionsOf(transcriptId),
        models.list(),
      ])
      return jobs.flatMap(({ id, kind, settings: stored }): OpinionCard[] => {
        const settings = kind === SECOND_OPINION ? OpinionSettings.safeParse(stored).data : undefined
        if (settings?.transcriptId !== transcriptId) return []
        const modelName = known.find(({ entry }) => entry.id === settings.model)?.entry.name ?? settings.model
        const result = made.find(({ jobId }) => jobId === id)
        return [
          {
            jobId: id,
            settings,
            modelName,
            result:
              result === undefined ? null : { language: result.language, differences: result.differences },
          },
        ]
      })
    },
    async get({ jobId }) {
      const made = await library.opinion(jobId)
      if (made === null) return null
      const { transcriptId, opinion } = made
      const log = await library.effectiveEdits(transcriptId)
      return { opinion, removed: removedWords(await library.transcript(transcriptId), log) }
    },
    async discard({ jobId }) {
      await runner.cancel(jobId)
      await library.deleteOpinion(jobId)
      return {}
    },
  }
}

/** The model that made the transcript, if it is still here. */
async function modelOf(models: ModelStore, { run }: TranscriptFacts): Promise<string> {
  const used = run.models.find(({ role }) => role === 'recogniser')?.id
  const known = (await models.list()).filter(({ entry }) => entry.role === 'recogniser')
  return known.some(({ entry }) => entry.id === used || (used !== undefined && entry.replaces.includes(used)))
    ? (used as string)
    : DEFAULT_MODELS.recognizer
}
