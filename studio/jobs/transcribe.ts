import { Fault } from '#contracts/errors'
import type { JobCounts, JobProgress, Step } from '#contracts/progress'
import type { TranscribeSettings } from '#contracts/settings'
import { describeFault } from '#contracts/describe-fault'
import type { Library } from '../library/library.ts'
import type { RecordingRow } from '../library/recordings.ts'
import { speaks } from '../models/languages.ts'
import { DEFAULT_MODELS, type ModelStore } from '../models/model-store.ts'
import { soundFiles } from '../sound/decode.ts'
import { Checkpoints } from './checkpoints.ts'
import { coresForWork } from './cores.ts'
import type { JobContext, JobModels } from './job-context.ts'
import { claimLease } from './claim-lease.ts'
import { segmentationPool } from './segment-windows.ts'
import { runOf, settingsKey } from './settings-key.ts'
import { hearRegions } from './steps/regions.ts'
import { decodeSound } from './steps/sound.ts'
import { hearSpeakers } from './steps/speakers.ts'
import { chunksOf, findLanguage, recogniseWords } from './steps/words.ts'
import { Decoder } from './words/decoder.ts'
import { LiveTranscript } from './words/live-transcript.ts'

export interface TranscribeDependencies {
  readonly library: Library
  readonly models: ModelStore
  readonly cacheFolder: string
  readonly version: string
}

export interface TranscribeOptions {
  readonly signal: AbortSignal
  readonly onProgress: (progress: JobProgress) => void
}

export interface TranscribeResult {
  readonly transcriptId: string
  readonly settingsKey: string
  readonly counts: JobCounts
  /** Whether the transcript was there already. */
  readonly doneBefore: boolean
}

/** The models that a job uses. Throws `model.unknown`, and `model.language` before any work. */
export async function modelsFor(models: ModelStore, settings: TranscribeSettings): Promise<JobModels> {
  const [recogniser, language, segmentation, embedding, detector] = await Promise.all([
    models.find(settings.model),
    models.find(DEFAULT_MODELS.recogniser),
    models.find(DEFAULT_MODELS.segmentation),
    models.find(DEFAULT_MODELS.embedding),
    models.find(DEFAULT_MODELS['speech-detection']),
  ])
  if (recogniser.entry.role !== 'recogniser') throw new Fault('model.unknown', { id: settings.model })
  const { languages } = recogniser.entry
  if (settings.language !== 'auto' && !speaks(languages, settings.language)) {
    throw new Fault('model.language', {
      id: recogniser.entry.id,
      language: settings.language,
      known: languages.includes('*') ? '99' : languages.join(', '),
    })
  }
  return { recogniser, language, segmentation, embedding, detector }
}

/**
 * Makes the transcript of a recording, or goes on from what is finished of it. Another program that runs a job on
 * this library is waited for. Faults end the job; its checkpoints stay.
 */
export async function transcribe(
  dependencies: TranscribeDependencies,
  recording: RecordingRow,
  settings: TranscribeSettings,
  options: TranscribeOptions,
): Promise<TranscribeResult> {
  const { library } = dependencies
  const models = await modelsFor(dependencies.models, settings)
  const key = settingsKey(settings, models)
  const counts: JobCounts = { decoded: 0, decodesReused: 0, failedChunks: 0 }
  const job = await library.requestJob({
    recordingId: recording.id,
    kind: 'transcribe',
    settings,
    settingsKey: key,
  })
  const claim = await claimLease(library, job.id, options)
  if (claim === 'done') {
    const made = (await library.transcriptsOf(recording.id)).find((one) => one.settingsKey === key)
    if (!made) throw new Fault('recording.no-transcript', { reference: recording.title })
    return { transcriptId: made.id, settingsKey: key, counts, doneBefore: true }
  }

  try {
    const transcriptId = await runSteps(dependencies, recording, settings, models, {
      jobId: job.id,
      lease: claim,
      key,
      counts,
      signal: options.signal,
      onProgress: options.onProgress,
    })
    // A transcript with lost passages is there to read; the same command tries them again.
    if (counts.failedChunks > 0) await library.releaseJob(claim, 'queued')
    else await library.finishJob(claim)
    return { transcriptId, settingsKey: key, counts, doneBefore: false }
  } catch (error) {
    const reason = options.signal.aborted ? new Fault('job.cancelled', {}, undefined, error) : error
    if (reason instanceof Fault && reason.code === 'job.cancelled') await library.releaseJob(claim, 'queued')
    else if (!(reason instanceof Fault && reason.code === 'job.lease-lost')) {
      await library.failJob(claim, describeFault(reason, 'en'))
    }
    throw reason
  }
}

interface RunningJob {
  readonly jobId: string
  readonly lease: number
  readonly key: string
  readonly counts: JobCounts
  readonly signal: AbortSignal
  readonly onProgress: (progress: JobProgress) => void
}

/** The steps, in the order of a recording's way; each finds again what it left before a crash. */
async function runSteps(
  dependencies: TranscribeDependencies,
  recording: RecordingRow,
  settings: TranscribeSettings,
  models: JobModels,
  job: RunningJob,
): Promise<string> {
  const { library, cacheFolder, version } = dependencies
  const report = progressReporter(library, job)
  const files = soundFiles(cacheFolder, recording.id, settings.track)
  const verifying = verifyModels(dependencies.models, models)
  // Its fault is thrown where it is awaited, also when decoding fails first.
  verifying.catch(() => undefined)
  const sound = await decodeSound(library, recording, settings.track, files, {
    signal: job.signal,
    onProgress: (fraction) => report('sound', fraction),
  })
  await verifying

  const context: JobContext = {
    library,
    lease: job.lease,
    recordingId: recording.id,
    settings,
    models,
    files,
    checkpoints: new Checkpoints(library, job.lease, sound.pcmSha256),
    cores: coresForWork(),
    counts: job.counts,
    signal: job.signal,
    report,
  }
  const pool = segmentationPool(context)
  const { regions, heard } = await (async () => {
    try {
      return {
        regions: await hearRegions(context, sound, pool),
        heard: await hearSpeakers(context, sound, pool),
      }
    } finally {
      await pool.close()
    }
  })()

  const chunks = chunksOf(context, regions)
  const decoder = new Decoder(context, models.recogniser, null)
  try {
    const language = await findLanguage(context, decoder, chunks)
    const { id: transcriptId } = await library.startTranscript({
      recordingId: recording.id,
      jobId: job.jobId,
      language,
      run: runOf(settings, models, version),
      settingsKey: job.key,
      lease: job.lease,
    })
    await library.saveSpeakersAndTurns(
      transcriptId,
      heard.speakers,
      heard.turns,
      heard.voicePrints,
      job.lease,
    )
    const live = new LiveTranscript(library, { transcriptId, lease: job.lease, turns: heard.turns, language })
    await recogniseWords(context, sound, decoder, chunks, live)
    report('paragraphs', 0)
    await live.write()
    await library.finishTranscript(transcriptId, job.lease)
    report('paragraphs', 1)
    return transcriptId
  } finally {
    await decoder.close()
  }
}

async function verifyModels(store: ModelStore, models: JobModels): Promise<void> {
  for (const model of new Set(Object.values(models))) await store.ensureVerified(model)
}

/** Tells the caller every change and the library a few times a second. */
function progressReporter(library: Library, job: RunningJob): (step: Step, fraction: number) => void {
  let toldAt = 0
  return (step, fraction) => {
    if (job.signal.aborted) return
    job.onProgress({ kind: 'step', step, fraction })
    const now = performance.now()
    if (now - toldAt < 500) return
    toldAt = now
    library.progressJob(job.lease, { step, fraction }).catch((error: unknown) => {
      // A lost lease ends the job through the heartbeat; anything else is told there as well.
      if (!(error instanceof Fault)) throw error
    })
  }
}
