import type { OpinionCard } from '#contracts/calls/opinions'
import type { GroupApi } from '#contracts/calls/calls'
import { Fault } from '#contracts/errors'
import { OpinionSettings } from '#contracts/opinion-settings'
import { removedWords } from '#core/second-opinion/removed-words'
import { opinionKey } from '../job-kinds/second-opinion.ts'
import { opinionSettings } from '../recognition/second-opinion/opinion-settings.ts'
import type { JobRunner } from '../queue/job-runner.ts'
import type { TranscriptFacts } from '../library/library.ts'
import { SECOND_OPINION } from '../library/tables/results/second-opinions.ts'
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
    async start({ transcriptId, ...asked }) {
      const facts = await factsOf(transcriptId)
      if (facts.state === 'running') throw new Fault('transcript.running')
      const settings = await opinionSettings({ library, models }, facts, asked)
      const { recordingId } = facts
      const settingsKey = await opinionKey(models, SECOND_OPINION, settings)
      const request = { recordingId, kind: SECOND_OPINION, settings, settingsKey }
      return { jobId: (await library.requestJob({ ...request, again: true })).id }
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
