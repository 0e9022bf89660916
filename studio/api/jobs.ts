import path from 'node:path'
import type { CallInput, GroupApi } from '#contracts/calls/calls'
import { Fault } from '#contracts/errors'
import { TranscribeSettings } from '#contracts/settings'
import { trackOfRun } from '#core/tracks/mix'
import { keepGivenText, readGivenText } from '../align/given-texts.ts'
import { readWhole } from '../drives/files.ts'
import { diskFault } from '../faults/disk-fault.ts'
import { ALIGN, alignKey } from '../job-kinds/align.ts'
import { dropCanceledEpisode } from '../job-kinds/download-episode.ts'
import { dropCanceled } from '../job-kinds/download-model.ts'
import { checkRange } from '../recognition/check-range.ts'
import { completeSettings } from '../recognition/settings/complete-settings.ts'
import type { JobRunner } from '../queue/job-runner.ts'
import { settingsKey } from '../recognition/settings/settings-key.ts'
import { recordingSettings } from '../recognition/settings/recording-settings.ts'
import { modelsFor } from '../recognition/models-for.ts'
import { withTerms } from '../recognition/settings/with-terms.ts'
import { readPreferences, writePreferences } from '../preferences.ts'
import { checkSound } from '../originals/gone-sound.ts'
import type { Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'
import { jobCardOf } from './job-card.ts'
import { withoutUndefined } from '../without-undefined.ts'

/** Only recent done jobs are of interest; a library has thousands. */
const DONE_JOBS_LISTED = 50

export function jobApi(studio: Studio, runner: JobRunner): GroupApi<'jobs', CallOptions> {
  const { library, models } = studio
  return {
    async list(_input, options) {
      const jobs = await library.listedJobs(DONE_JOBS_LISTED)
      return jobs.map((job) => jobCardOf(job, runner, options)).filter((card) => card !== null)
    },
    async start({ recordingId, settings: requested }) {
      await checkSound(library, recordingId)
      const given = withoutUndefined<TranscribeSettings>(requested)
      const asked = await recordingSettings(
        library,
        recordingId,
        given,
        await completeSettings(studio, given),
      )
      const settings = await withTerms(library, recordingId, asked, await modelsFor(models, asked))
      const decoded = await library.track(recordingId, trackOfRun(settings))
      checkRange(settings, decoded?.durationMs ?? null)
      const key = settingsKey(settings, await modelsFor(models, settings))
      // Track, range and number of speakers apply to this recording only.
      const {
        track: _track,
        tracks: _tracks,
        speakers: _speakers,
        fromMs: _from,
        toMs: _to,
        modelByLanguage: _byLanguage,
        ...remembered
      } = given
      if (Object.keys(remembered).length > 0) {
        const { job } = await readPreferences(library)
        await writePreferences(library, { job: { ...job, ...remembered } })
      }
      const request = { recordingId, kind: 'transcribe', settings, settingsKey: key }
      const job = await library.requestJob({ ...request, again: true })
      if (job.state !== 'done') return { jobId: job.id, done: null }
      return { jobId: job.id, done: await showTranscriptOf(library, recordingId, job.id) }
    },
    async align({ recordingId, file }, { local = false }) {
      const { fileName, bytes } = await textOf(file, local)
      await library.card(recordingId)
      const textSha256 = await keepGivenText(library.folder, bytes)
      // Reject it now rather than when the job runs.
      await readGivenText(library.folder, textSha256, fileName)
      const recognition =
        (await settingsOfNewest(library, recordingId)) ?? (await completeSettings(studio, {}))
      const settings = { ...recognition, textSha256, fileName }
      const key = alignKey(settings)
      const request = { recordingId, kind: ALIGN, settings, settingsKey: key }
      return { jobId: (await library.requestJob({ ...request, again: true })).id }
    },
    async pause({ jobId }) {
      await runner.pause(jobId)
      return {}
    },
    async resume({ jobId }) {
      await runner.resume(jobId)
      return {}
    },
    async cancel({ jobId }) {
      const before = await library.job(jobId)
      await runner.cancel(jobId)
      if (before === undefined) return {}
      await dropCanceled(models, before)
      await dropCanceledEpisode(studio.dataFolder, before)
      return {}
    },
    async retry({ jobId }) {
      await runner.retry(jobId)
      return {}
    },
  }
}

async function textOf(
  file: CallInput<'jobs.align'>['file'],
  local: boolean,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  if (!('path' in file)) return { fileName: file.fileName, bytes: Buffer.from(file.base64, 'base64') }
  if (!local) throw new Fault('call.not-here', { call: 'jobs.align' })
  const fileName = path.basename(file.path)
  const bytes = await readWhole(file.path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Fault('media.not-found', { file: fileName }, error.message, error)
    throw diskFault(error, file.path)
  })
  return { fileName, bytes }
}

/** The settings of the newest recognized transcript of the whole recording; null if there is none. */
async function settingsOfNewest(
  library: Studio['library'],
  recordingId: string,
): Promise<TranscribeSettings | null> {
  const done = (await library.transcriptsOf(recordingId)).filter(
    ({ state, part }) => state === 'done' && part === null,
  )
  for (const { jobId } of done.toReversed()) {
    const made = jobId === null ? undefined : await library.job(jobId)
    if (made?.kind === 'transcribe') return TranscribeSettings.safeParse(made.settings).data ?? null
  }
  return null
}

/** Requesting an existing transcript again makes it the current one, as a new one would be. */
async function showTranscriptOf(
  library: Studio['library'],
  recordingId: string,
  madeByJobId: string,
): Promise<'shown' | 'shown-again' | 'kept'> {
  const transcripts = await library.transcriptsOf(recordingId)
  const made = transcripts.find(({ jobId }) => jobId === madeByJobId)
  if (made === undefined || made.current) return 'shown'
  const isOtherCorrected = transcripts.some(({ current, corrected }) => current && corrected)
  if (isOtherCorrected && !made.corrected) return 'kept'
  // A transcript of a part is shown because the person requested it again.
  await (made.waits ? library.chooseTranscript(made.id) : library.makeNewest(made.id))
  return 'shown-again'
}
