import type { JobCard } from '#contracts/calls/jobs'
import { jobInputs, type JobKindName } from '#contracts/job-inputs'
import { Step } from '#contracts/progress'
import { TranscribeSettings } from '#contracts/settings'
import { errorText } from '#core/messages/errors/all-errors'
import { type ProgramLanguage, say } from '#core/messages/messages'
import { rangeTimes } from '#core/sound/range'
import { jobErrorFor, jobErrorOf } from '../queue/job-error.ts'
import type { JobRunner } from '../queue/job-runner.ts'
import type { JobError, JobRecord } from '../library/tables/jobs/jobs.ts'
import type { CallOptions } from './call-options.ts'

/** Steps during which the text is already complete. */
const WHOLE_TEXT: ReadonlySet<Step> = new Set<Step>(['second-look', 'paragraphs'])

/** The runner's information about jobs. */
export type JobFacts = Pick<
  JobRunner,
  'secondsLeft' | 'wholeFraction' | 'unstoredError' | 'isElsewhere' | 'holds'
>

/** A job for pages; null if this version of the program could not have stored its kind or settings. */
export function jobCardOf(
  job: JobRecord,
  runner: JobFacts,
  { language, local = false }: CallOptions,
): JobCard | null {
  if (!isKnown(job.kind)) return null
  const settings = jobInputs[job.kind].safeParse(job.settings)
  if (!settings.success) return null
  const unstored = runner.unstoredError(job.id)
  const error = unstored === undefined ? job.error : jobErrorOf(unstored)
  const state = unstored === undefined ? job.state : 'failed'
  const card = {
    id: job.id,
    kind: job.kind,
    recordingId: job.recordingId,
    state,
    step: job.progress?.step ?? null,
    fraction: job.progress?.fraction ?? null,
    wholeFraction: runner.wholeFraction(job),
    wordsUpToMs: wordsUpTo(job),
    secondsLeft: state === 'running' ? runner.secondsLeft(job) : null,
    workedMs: job.workedMs,
    error: error === null ? null : jobErrorFor(besideRecording(error, language), language, local),
    settings: local ? settings.data : withoutPath(settings.data),
    elsewhere: runner.isElsewhere(job),
    waitsFor: state === 'queued' ? runner.holds.reasonOf(job.kind) : null,
  }
  // The settings were checked by the schema of this kind.
  return card as JobCard
}

/** A job is shown beside its recording, so that the name of the file need not be said again. */
function besideRecording(error: JobError, language: ProgramLanguage): JobError {
  const { code, values } = error
  const isAboutFile = code.startsWith('media.') && errorText(code).en.message.startsWith('{file} ')
  if (!isAboutFile || values === undefined) return error
  return { ...error, values: { ...values, file: say(language, 'library.this-file') } }
}

/** Pages in a browser receive no paths of this computer. */
function withoutPath(settings: JobCard['settings']): JobCard['settings'] {
  return 'path' in settings && settings.path !== null ? { ...settings, path: '' } : settings
}

function isKnown(kind: string): kind is JobKindName {
  return Object.hasOwn(jobInputs, kind)
}

function wordsUpTo({ durationMs, lastWordMs, progress, settings }: JobRecord): number | null {
  const step = Step.safeParse(progress?.step).data ?? null
  if (step !== null && WHOLE_TEXT.has(step)) {
    const range = TranscribeSettings.safeParse(settings).data ?? {}
    return durationMs === null ? lastWordMs : rangeTimes(range, durationMs).endMs
  }
  return step === 'words' ? (lastWordMs ?? 0) : lastWordMs
}
