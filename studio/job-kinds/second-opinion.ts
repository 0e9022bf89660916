import { Fault } from '#contracts/errors'
import { OpinionSettings } from '#contracts/opinion-settings'
import { type JobCounts, Step, type Step as StepName } from '#contracts/progress'
import type { TranscribeSettings } from '#contracts/settings'
import { findDifferences } from '#core/second-opinion/find-differences'
import { packOpinion } from '#core/second-opinion/stored-opinion'
import type { SecondOpinion } from '../library/library.ts'
import { DOUBT_OPINION, SECOND_OPINION } from '../library/tables/results/second-opinions.ts'
import { modelSha256 } from '../models/model-store.ts'
import type { JobEngines } from '../recognition/job-engines.ts'
import { modelsFor } from '../recognition/models-for.ts'
import { recognizeAgain } from '../recognition/second-opinion/recognize-again.ts'
import type { JobKind } from '../queue/job-kind.ts'
import { makeWay } from '../queue/make-way.ts'
import { type RunOptions, runJob } from '../queue/run-job.ts'
import { measuredKind } from '../queue/measured-kind.ts'
import { settingsHash } from '../queue/settings-hash.ts'
import { otherTimes, WORD_TIMES_VERSION } from '../recognition/settings/settings-key.ts'
import { wholeFraction } from '../recognition/step-shares.ts'
import type { TranscribeDependencies } from '../recognition/transcribing.ts'
import { withLowPriority } from '../processes/low-priority.ts'
import { jobEngines } from './transcribe.ts'

/** Steps that such a job does not have. */
const UNCOUNTED: ReadonlySet<StepName> = new Set<StepName>(['import', 'speakers', 'paragraphs'])

/** Requested by a person, or made from doubtful places when idle. */
export type OpinionKindName = typeof SECOND_OPINION | typeof DOUBT_OPINION

/** Identifies equal requests: same settings and same model files. Faults of `modelsFor`. */
export async function opinionKey(
  models: TranscribeDependencies['models'],
  kind: OpinionKindName,
  settings: OpinionSettings,
): Promise<string> {
  const recognition = recognitionOf(settings)
  const used = await modelsFor(models, recognition)
  const wordTimes = otherTimes(recognition, used) === null ? {} : { wordTimes: WORD_TIMES_VERSION }
  return settingsHash({ kind, ...settings, sha256: modelSha256(used.recognizer.entry), ...wordTimes })
}

function recognitionOf({ model, language, quick = false, hotwords }: OpinionSettings): TranscribeSettings {
  return { model, language, speakers: null, quick, track: 0, ...(hotwords && { hotwords }) }
}

/**
 * Job kind, with its cost measured, that recognizes parts of a transcript's recording again and stores the
 * text with the transcript.
 */
function opinionKind(
  name: OpinionKindName,
  dependencies: TranscribeDependencies,
  engines: JobEngines = jobEngines(dependencies.startEngine),
): JobKind<SecondOpinion, StepName> {
  const { library, models } = dependencies
  const kind: JobKind<SecondOpinion, StepName> = {
    name,
    waitsFor: ['recording', name === DOUBT_OPINION ? 'idle' : 'battery'],
    atOnce: () => Promise.resolve(1),
    keyOf: (settings) => opinionKey(models, name, OpinionSettings.parse(settings)),
    wholeFraction(_settings, step, fraction) {
      const known = Step.safeParse(step)
      return known.success ? wholeFraction(known.data, fraction, UNCOUNTED) : 0
    },
    async run({ job: { id, recordingId, settings: stored }, lease, signal, report }) {
      if (recordingId === null) throw new Error(`job ${id} has no recording`)
      const settings = OpinionSettings.parse(stored)
      const { transcriptId } = settings
      const counts: JobCounts = { decoded: 0, decodesReused: 0, failedChunks: 0 }
      try {
        const { language, opinion } = await recognizeAgain(dependencies, engines, {
          recording: await library.recording(recordingId),
          transcript: await library.transcript(transcriptId),
          settings,
          models: await modelsFor(models, recognitionOf(settings)),
          lease,
          counts,
          signal,
          report,
        })
        // Read again: it may have been edited meanwhile.
        const differences = findDifferences(await library.transcript(transcriptId), opinion).length
        const made: SecondOpinion = { jobId: id, transcriptId, language, differences }
        await library.saveOpinion({ ...made, opinion: JSON.stringify(packOpinion(opinion)) }, lease)
        return { result: made, failure: counts.failedChunks > 0 ? new Fault('engine.failed') : null }
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

/** The kind that a person requests. */
export const secondOpinionKind = (dependencies: TranscribeDependencies): JobKind<SecondOpinion, StepName> =>
  opinionKind(SECOND_OPINION, dependencies)

/** The kind for idle time, whose engine yields the processor to other programs whatever the person chose. */
export const doubtOpinionKind = (dependencies: TranscribeDependencies): JobKind<SecondOpinion, StepName> =>
  opinionKind(DOUBT_OPINION, { ...dependencies, startEngine: withLowPriority(dependencies.startEngine) })

/**
 * Requests a second text and waits for it, even if another program makes it; returns its job's id. Faults:
 * those of `modelsFor` before any work starts, else the fault that ended the job.
 */
export async function makeSecondOpinion(
  dependencies: TranscribeDependencies,
  recordingId: string,
  settings: OpinionSettings,
  { signal, onProgress }: RunOptions<StepName>,
): Promise<string> {
  const { library, models } = dependencies
  const kind = secondOpinionKind(dependencies)
  const settingsKey = await opinionKey(models, SECOND_OPINION, settings)
  const request = { recordingId, kind: SECOND_OPINION, settings, settingsKey }
  const job = await library.requestJob({ ...request, again: true })
  try {
    await makeWay(
      { dataFolder: library.folder, signal, onWaiting: (pid) => onProgress({ kind: 'waiting', pid }) },
      (own) => runJob(library, kind, job, { signal: own, onProgress }),
    )
    return job.id
  } finally {
    await kind.rest()
  }
}
