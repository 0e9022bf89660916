import { Fault } from '#contracts/errors'
import { JoinCheckSettings } from '#contracts/join-check-settings'
import { Step, type Step as StepName } from '#contracts/progress'
import { trackOfRun } from '#core/tracks/mix'
import { withLowPriority } from '../processes/low-priority.ts'
import type { JobKind } from '../queue/job-kind.ts'
import { makeWay } from '../queue/make-way.ts'
import { measuredKind } from '../queue/measured-kind.ts'
import { type RunOptions, runJob } from '../queue/run-job.ts'
import { settingsHash } from '../queue/settings-hash.ts'
import type { JobRecord } from '../library/library.ts'
import { modelSha256 } from '../models/model-store.ts'
import type { JobEngines } from '../recognition/job-engines.ts'
import { checkJoins } from '../recognition/joins/check-joins.ts'
import { modelsFor } from '../recognition/models-for.ts'
import { startRecognizer } from '../recognition/start-recognizer.ts'
import { wholeFraction } from '../recognition/step-shares.ts'
import { decodeSound } from '../recognition/steps/sound.ts'
import type { TranscribeDependencies } from '../recognition/transcribing.ts'
import { soundFiles } from '../sound/decode.ts'
import type { Studio } from '../studio.ts'
import {
  recognizedByOf,
  joinsToCheck,
  recognizingSettings,
  type RecognizingSettings,
} from './joins-to-check.ts'
import { jobEngines } from './transcribe.ts'

/** Requested by a person, or made when idle. */
export const JOIN_CHECK = 'join-check'
export const IDLE_JOIN_CHECK = 'idle-join-check'
type KindName = typeof JOIN_CHECK | typeof IDLE_JOIN_CHECK

/** Steps that such a job does not have. */
const UNCOUNTED: ReadonlySet<StepName> = new Set<StepName>([
  'import',
  'regions',
  'speakers',
  'second-look',
  'paragraphs',
])

const runSettings = ({ model, language, hotwords }: RecognizingSettings) => ({
  model,
  language,
  speakers: null,
  quick: false,
  track: 0,
  ...(hotwords && { hotwords }),
})

async function keyOf(
  models: TranscribeDependencies['models'],
  kind: KindName,
  settings: JoinCheckSettings,
): Promise<string> {
  const { recognizer } = await modelsFor(models, runSettings(settings))
  return settingsHash({ kind, ...settings, sha256: modelSha256(recognizer.entry) })
}

/** Job kind that recognizes a recording around the joins of its cut, one join stored after the other. */
function kindOf(
  name: KindName,
  dependencies: TranscribeDependencies,
  engines: JobEngines = jobEngines(dependencies.startEngine),
): JobKind<number, StepName> {
  const { library, models, cacheFolder } = dependencies
  const kind: JobKind<number, StepName> = {
    name,
    waitsFor: ['recording', name === IDLE_JOIN_CHECK ? 'idle' : 'battery'],
    atOnce: () => Promise.resolve(1),
    keyOf: (settings) => keyOf(models, name, JoinCheckSettings.parse(settings)),
    wholeFraction(_settings, step, fraction) {
      const known = Step.safeParse(step)
      return known.success ? wholeFraction(known.data, fraction, UNCOUNTED) : 0
    },
    async run({ job: { id, recordingId, settings: stored }, lease, signal, report }) {
      if (recordingId === null) throw new Error(`job ${id} has no recording`)
      const settings = JoinCheckSettings.parse(stored)
      const { transcriptId } = settings
      const recording = await library.recording(recordingId)
      const { run } = await library.transcript(transcriptId)
      const track = trackOfRun(run.settings)
      const files = soundFiles(cacheFolder, recordingId, track)
      try {
        const used = await modelsFor(models, runSettings(settings))
        await decodeSound(library, recording, track, files, {
          signal,
          onProgress: (fraction) => report('sound', fraction),
        })
        const recognizedBy = await recognizedByOf(dependencies, settings)
        // Where it is cut is certain only after the sound is decoded.
        const { joins, whole } = await joinsToCheck({ library, cacheFolder }, transcriptId, recognizedBy)
        const link = await startRecognizer(
          models,
          engines,
          used,
          settings.language === 'auto' ? null : settings.language,
        )
        const lost = await checkJoins(joins, {
          recognizer: { link, signal },
          pcm: files.pcm,
          whole,
          atOnce: engines.cores,
          onProgress: (fraction) => report('words', fraction),
          save: (key, faults) =>
            library.saveCheckedJoin(transcriptId, { key, recognizedBy, ...faults }, lease),
        })
        return { result: joins.length, failure: lost > 0 ? new Fault('engine.failed') : null }
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
export const joinCheckKind = (dependencies: TranscribeDependencies): JobKind<number, StepName> =>
  kindOf(JOIN_CHECK, dependencies)

/** The kind for idle time, whose engine yields the processor to other programs whatever the person chose. */
export const idleJoinCheckKind = (dependencies: TranscribeDependencies): JobKind<number, StepName> =>
  kindOf(IDLE_JOIN_CHECK, { ...dependencies, startEngine: withLowPriority(dependencies.startEngine) })

/**
 * Requests that the joins of a transcript's cut are checked, again if a person does; null if all of them were. Faults: `model.unknown`,
 * `model.language`, `recording.no-transcript`, `transcript.running`.
 */
export async function requestJoinCheck(
  studio: Pick<Studio, 'library' | 'models' | 'cacheFolder'>,
  transcriptId: string,
  kind: KindName,
): Promise<JobRecord | null> {
  const { library, models } = studio
  const facts = await library.transcriptFacts(transcriptId)
  if (facts === undefined) throw new Fault('recording.no-transcript', { reference: transcriptId })
  if (facts.state === 'running') throw new Fault('transcript.running')
  const recognizing = await recognizingSettings(studio, facts)
  const { joins, isExact } = await joinsToCheck(
    studio,
    transcriptId,
    await recognizedByOf(studio, recognizing),
  )
  if (joins.length === 0 || (kind === IDLE_JOIN_CHECK && !isExact)) return null
  const settings: JoinCheckSettings = { ...recognizing, joins: settingsHash(joins.map(({ key }) => key)) }
  const settingsKey = await keyOf(models, kind, settings)
  const request = { recordingId: facts.recordingId, kind, settings, settingsKey }
  return library.requestJob({ ...request, again: kind === JOIN_CHECK })
}

/**
 * Checks the joins of a transcript's cut and waits for it, even if another program does it; false if the engine failed on
 * some. Faults: those of `requestJoinCheck`, else the fault that ended the job.
 */
export async function runJoinCheck(
  dependencies: TranscribeDependencies,
  recordingId: string,
  transcriptId: string,
  { signal, onProgress }: RunOptions<StepName>,
): Promise<boolean> {
  const { library } = dependencies
  const job = await requestJoinCheck(dependencies, transcriptId, JOIN_CHECK)
  if (job === null) return true
  const kind = joinCheckKind(dependencies)
  try {
    await makeWay(
      { dataFolder: library.folder, signal, onWaiting: (pid) => onProgress({ kind: 'waiting', pid }) },
      (own) => runJob(library, kind, job, { signal: own, onProgress }),
    )
    return (await library.job(job.id))?.state !== 'failed'
  } finally {
    await kind.rest()
  }
}
