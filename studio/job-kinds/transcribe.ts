import { Fault } from '#contracts/errors'
import { type JobCounts, Step, type Step as StepName } from '#contracts/progress'
import { TranscribeSettings } from '#contracts/settings'
import { trackOfRun } from '#core/tracks/mix'
import { keepEvidence } from '../doubt/kept-evidence.ts'
import { countPlacesOf } from '../doubt/place-counter.ts'
import type { StartEngine } from '../engine-link/engine-child.ts'
import type { JobRecord, JobSettings } from '../library/library.ts'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'
import { checkRange } from '../recognition/check-range.ts'
import { coresForWork } from '../recognition/cores.ts'
import { currentMeter } from '../run-cost/run-meter.ts'
import { JobEngines } from '../recognition/job-engines.ts'
import type { JobKind } from '../queue/job-kind.ts'
import { measuredKind } from '../queue/measured-kind.ts'
import { modelsFor } from '../recognition/models-for.ts'
import { makeWay } from '../queue/make-way.ts'
import { type RunOptions, runJob } from '../queue/run-job.ts'
import { settingsKey } from '../recognition/settings/settings-key.ts'
import { uncountedSteps, wholeFraction } from '../recognition/step-shares.ts'
import { transcribeRecording } from '../recognition/transcribe-recording.ts'
import type { TranscribeDependencies } from '../recognition/transcribing.ts'

export interface Transcribed {
  readonly transcriptId: string
  readonly counts: JobCounts
}

export type TranscribeKind = JobKind<Transcribed, StepName>

/** Job kind that transcribes a recording, with its cost measured. `engines` are reused from job to job. */
export function transcribeKind(
  dependencies: TranscribeDependencies,
  engines: JobEngines = jobEngines(dependencies.startEngine),
): TranscribeKind {
  const { library, models } = dependencies
  const keyOf = async (settings: JobSettings): Promise<string> => {
    const parsed = TranscribeSettings.parse(settings)
    return settingsKey(parsed, await modelsFor(models, parsed))
  }
  const kind: TranscribeKind = {
    name: 'transcribe',
    waitsFor: ['recording', 'battery'],
    async atOnce() {
      const wanted = await library.setting('running-jobs')
      return typeof wanted === 'number' && wanted >= 1 ? Math.floor(wanted) : 1
    },
    keyOf,
    wholeFraction(settings, step, fraction) {
      const { success, data } = TranscribeSettings.safeParse(settings)
      const known = Step.safeParse(step)
      return success && known.success ? wholeFraction(known.data, fraction, uncountedSteps(data)) : 0
    },
    async run({ job, lease, signal, report }) {
      const settings = TranscribeSettings.parse(job.settings)
      const counts: JobCounts = { decoded: 0, decodesReused: 0, failedChunks: 0 }
      try {
        currentMeter()?.note({ isQuick: settings.quick })
        const transcriptId = await transcribeRecording(dependencies, engines, {
          recording: await library.recording(recordingIdOf(job)),
          settings,
          models: await modelsFor(models, settings),
          jobId: job.id,
          lease,
          key: job.settingsKey,
          counts,
          signal,
          report,
        })
        await keepEvidence(dependencies, transcriptId)
        await countPlacesOf(dependencies, transcriptId)
        // A transcript with failed chunks stays readable; those chunks are retried only when the same request is made
        // again.
        const failure = counts.failedChunks > 0 ? new Fault('engine.failed') : null
        return { result: { transcriptId, counts }, failure }
      } catch (error) {
        // Decodes still in flight must not carry over into the next job.
        await engines.close()
        throw error
      }
    },
    rest: () => engines.close(),
  }
  return measuredKind(kind, dependencies)
}

/** Engines that are reused across jobs, started by `startEngine`. */
export function jobEngines(startEngine: StartEngine): JobEngines {
  return new JobEngines({ cores: coresForWork(), startEngine })
}

function recordingIdOf({ id, recordingId }: JobRecord): string {
  if (recordingId === null) throw new Error(`job ${id} has no recording`)
  return recordingId
}

export interface TranscribeResult extends Transcribed {
  /** Whether the transcript already existed. */
  readonly doneBefore: boolean
}

/**
 * Requests a recording's transcript and waits for it, also while another program runs a job on this library.
 * Faults: those of `modelsFor` and `checkRange` before any work starts, else the fault that ended the job.
 */
export async function transcribe(
  dependencies: TranscribeDependencies & { readonly engines?: JobEngines },
  recording: StoredRecording,
  settings: TranscribeSettings,
  options: RunOptions<StepName>,
): Promise<TranscribeResult> {
  const { library, models } = dependencies
  const kind = transcribeKind(dependencies, dependencies.engines)
  const key = settingsKey(settings, await modelsFor(models, settings))
  const known = await library.track(recording.id, trackOfRun(settings))
  checkRange(settings, known?.durationMs ?? null)
  const job = await library.requestJob({
    recordingId: recording.id,
    kind: kind.name,
    settings,
    settingsKey: key,
    again: true,
  })
  try {
    const { signal, onProgress } = options
    const made = await makeWay(
      { dataFolder: library.folder, signal, onWaiting: (pid) => onProgress({ kind: 'waiting', pid }) },
      (own) => runJob(library, kind, job, { signal: own, onProgress }),
    )
    if (made !== null) return { ...made, doneBefore: false }
  } finally {
    if (dependencies.engines === undefined) await kind.rest()
  }
  const there = (await library.transcriptsOf(recording.id)).find((one) => one.settingsKey === key)
  if (!there) throw new Fault('recording.no-transcript', { reference: recording.title })
  const counts = { decoded: 0, decodesReused: 0, failedChunks: 0 }
  return { transcriptId: there.id, counts, doneBefore: true }
}
