import type { JobCard } from '#contracts/calls/jobs'
import { Step } from '#contracts/progress'
import { TranscribeSettings } from '#contracts/settings'
import { rangeTimes, type TimeRange } from '#core/sound/range'
import { jobErrorFor, jobErrorOf } from '../jobs/job-error.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import { uncountedSteps, wholeFraction } from '../jobs/step-shares.ts'
import type { JobRecord } from '../library/jobs.ts'
import type { CallOptions } from './call-options.ts'

/** Steps in which the text grows, and those after which it is whole. */
const WHOLE_TEXT: ReadonlySet<Step> = new Set<Step>(['second-look', 'paragraphs'])

/** A job as pages see it; null for one whose settings no program of this version could have written. */
export function jobCardOf(
  job: JobRecord,
  runner: Pick<JobRunner, 'secondsLeft' | 'unsettledError'>,
  { language, local = false }: CallOptions,
): JobCard | null {
  const settings = TranscribeSettings.safeParse(job.settings)
  if (!settings.success) return null
  const uncounted = uncountedSteps(settings.data)
  const unsettled = runner.unsettledError(job.id)
  const error = unsettled === undefined ? job.error : jobErrorOf(unsettled)
  const state = unsettled === undefined ? job.state : 'failed'
  const step = Step.safeParse(job.progress?.step).data ?? null
  const fraction = step === null ? null : (job.progress?.fraction ?? null)
  return {
    id: job.id,
    recordingId: job.recordingId,
    state,
    step,
    fraction,
    wholeFraction: step === null ? null : wholeFraction(step, fraction ?? 0, uncounted),
    wordsUpToMs: wordsUpTo(job, step, settings.data),
    secondsLeft: state === 'running' ? runner.secondsLeft(job.id, uncounted) : null,
    workedMs: job.workedMs,
    error: error === null ? null : jobErrorFor(error, language, local),
    settings: settings.data,
    elsewhere: job.holder !== null && job.holder.pid !== process.pid,
  }
}

function wordsUpTo(job: JobRecord, step: Step | null, range: TimeRange): number | null {
  if (step !== null && WHOLE_TEXT.has(step)) {
    return job.durationMs === null ? job.lastWordMs : rangeTimes(range, job.durationMs).endMs
  }
  return step === 'words' ? (job.lastWordMs ?? 0) : job.lastWordMs
}
