import { Fault } from '#contracts/errors'
import type { JobCounts, JobProgress, Step } from '#contracts/progress'
import type { TranscribeSettings } from '#contracts/settings'
import type { Region } from '#core/regions/regions'
import { durationMsOf, PCM_RATE } from '#core/sound/pcm'
import { rangeTimes, type SampleRange, sampleRange, type TimeRange } from '#core/sound/range'
import type { Run } from '#core/transcript/transcript'
import { keepEvidence } from '../doubt/kept-evidence.ts'
import { countPlacesOf } from '../doubt/place-counter.ts'
import type { StartEngine } from '../engine-link/engine-child.ts'
import type { EngineCaller, EngineLink } from '../engine-link/engine-link.ts'
import type { Library } from '../library/library.ts'
import type { RecordingRow } from '../library/recordings.ts'
import { languagesInWords, speaks } from '../models/languages.ts'
import { DEFAULT_MODELS, type ModelStore } from '../models/model-store.ts'
import { soundFiles } from '../sound/decode.ts'
import { checkRange } from './check-range.ts'
import { Checkpoints } from './checkpoints.ts'
import { coresForWork } from './cores.ts'
import type { JobContext, JobModels } from './job-context.ts'
import { isShort, JobEngines, type SpeakerEngines } from './job-engines.ts'
import { jobErrorOf } from './job-error.ts'
import { claimLease } from './claim-lease.ts'
import { runOf, settingsKey } from './settings-key.ts'
import { hearRegions } from './steps/regions.ts'
import { decodeSound } from './steps/sound.ts'
import { type HeardSpeakers, hearSpeakers } from './steps/speakers.ts'
import { chunksOf, findLanguage, recogniseWords } from './steps/words.ts'
import { Decoder } from './words/decoder.ts'
import { chunkIdsIn } from './words/chunk-ids.ts'
import { LiveTranscript } from './words/live-transcript.ts'

export interface TranscribeDependencies {
  readonly library: Library
  readonly models: ModelStore
  readonly cacheFolder: string
  readonly version: string
  readonly startEngine: StartEngine
  /** Kept from job to job, and closed by whoever made them; a job without is given its own. */
  readonly engines?: JobEngines
}

export interface TranscribeOptions {
  readonly signal: AbortSignal
  readonly onProgress: (progress: JobProgress) => void
}

export interface TranscribeResult {
  readonly transcriptId: string
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
      known: languagesInWords(languages),
    })
  }
  return { recogniser, language, segmentation, embedding, detector }
}

/**
 * Makes the transcript of a recording, or goes on from what is finished of it. Another program that runs a job on
 * this library is waited for. Faults end the job; its checkpoints stay. Faults `range.empty` and `range.beyond-end` for a
 * range that the recording does not have.
 */
export async function transcribe(
  dependencies: TranscribeDependencies,
  recording: RecordingRow,
  settings: TranscribeSettings,
  options: TranscribeOptions,
): Promise<TranscribeResult> {
  const { library } = dependencies
  const models = await modelsFor(dependencies.models, settings)
  const known = await library.track(recording.id, settings.track)
  checkRange(settings, known?.durationMs ?? null)
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
    return { transcriptId: made.id, counts, doneBefore: true }
  }

  const engines = dependencies.engines ?? jobEngines(dependencies.startEngine)
  try {
    const transcriptId = await runSteps(dependencies, engines, recording, settings, models, {
      jobId: job.id,
      lease: claim,
      key,
      counts,
      signal: options.signal,
      onProgress: options.onProgress,
    })
    await keepEvidence(dependencies, transcriptId)
    await countPlacesOf(dependencies, transcriptId)
    // A transcript with lost passages is there to read; only the same command, given again, tries them anew.
    if (counts.failedChunks > 0) await library.failJob(claim, jobErrorOf(new Fault('engine.failed')))
    else await library.finishJob(claim)
    return { transcriptId, counts, doneBefore: false }
  } catch (error) {
    // What is still in flight must not reach the next job.
    await engines.close()
    const reason = options.signal.aborted ? new Fault('job.cancelled', {}, undefined, error) : error
    await giveBack(library, claim, reason).catch((other: unknown) => {
      // Why the job ended matters more than that its lease could not be given back: it ends by itself.
      if (reason instanceof Error && reason.cause === undefined) reason.cause = other
    })
    throw reason
  } finally {
    if (engines !== dependencies.engines) await engines.close()
  }
}

/** Engines for one job after another, started by `startEngine`. */
export function jobEngines(startEngine: StartEngine): JobEngines {
  return new JobEngines({ cores: coresForWork(), startEngine })
}

async function giveBack(library: Library, lease: number, reason: unknown): Promise<void> {
  const code = reason instanceof Fault ? reason.code : null
  if (code === 'job.lease-lost') return
  if (code === 'job.cancelled') await library.releaseJob(lease, 'queued')
  else await library.failJob(lease, jobErrorOf(reason))
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
  engines: JobEngines,
  recording: RecordingRow,
  settings: TranscribeSettings,
  models: JobModels,
  job: RunningJob,
): Promise<string> {
  const { library, cacheFolder, version, startEngine } = dependencies
  const report = progressReporter(library, job)
  const files = soundFiles(cacheFolder, recording.id, settings.track)
  const language = settings.language === 'auto' ? null : settings.language
  const start = async (seconds: number | null): Promise<StartedEngines> => {
    await verifyModels(dependencies.models, models)
    const words = await engines.words(models.recogniser, language)
    const speakers = await engines.speakers(models, seconds)
    words.warm()
    return { words, speakers, seconds }
  }
  const begun: { started?: Promise<StartedEngines> } = {}
  let windows: EngineCaller | undefined
  try {
    report('sound', 0)
    const sound = await decodeSound(library, recording, settings.track, files, {
      signal: job.signal,
      onProgress: (fraction) => report('sound', fraction),
      // Models are checked and loaded while ffmpeg works.
      onLength: (seconds) => {
        begun.started = start(listenedSeconds(settings, seconds))
        // Its rejection is handled at the await below; this avoids an unhandled one if decoding fails first.
        begun.started.catch(() => undefined)
      },
    })
    if (begun.started === undefined) throw new Error('decodeSound did not say how long the recording is')
    checkRange(settings, durationMsOf(sound.sampleCount))
    const range = sampleRange(settings, sound.sampleCount)
    const { words, speakers } = await startedFor(engines, models, await begun.started, range)
    windows = speakers.windows
    const context: JobContext = {
      library,
      lease: job.lease,
      recordingId: recording.id,
      settings,
      models,
      files,
      range,
      checkpoints: new Checkpoints(library, job.lease, sound.pcmSha256),
      engines: speakers,
      cores: engines.cores,
      startEngine,
      counts: job.counts,
      signal: job.signal,
      report,
    }
    const regions = await hearRegions(context)
    const heard = await hearSpeakers(context)
    const decoder = new Decoder(context, models.recogniser, language, words)
    return await writeTranscript(context, decoder, regions, heard, {
      jobId: job.jobId,
      settingsKey: job.key,
      run: runOf(settings, models, version),
    })
  } catch (error) {
    windows ??= await begun.started?.then(
      ({ speakers }) => speakers.windows,
      () => undefined,
    )
    throw error
  } finally {
    await windows?.close()
  }
}

interface StartedEngines {
  readonly words: EngineLink
  readonly speakers: SpeakerEngines
  /** To be listened to, by the recording's header. */
  readonly seconds: number | null
}

/** How much of the sound is listened to; null where its length is not known. */
function listenedSeconds(range: TimeRange, seconds: number | null): number | null {
  if (seconds === null) return null
  const { startMs, endMs } = rangeTimes(range, seconds * 1000)
  return (endMs - startMs) / 1000
}

/** Headers lie: a long recording that called itself short gets the processes of a long one. */
async function startedFor(
  engines: JobEngines,
  models: JobModels,
  started: StartedEngines,
  range: SampleRange,
): Promise<StartedEngines> {
  const seconds = (range.endSample - range.startSample) / PCM_RATE
  if (!isShort(started.seconds) || isShort(seconds)) return started
  return { ...started, speakers: await engines.speakers(models, seconds) }
}

/** From the first word to the finished transcript; gives its id. */
async function writeTranscript(
  context: JobContext,
  decoder: Decoder,
  regions: readonly Region[],
  heard: HeardSpeakers,
  about: { readonly jobId: string; readonly settingsKey: string; readonly run: Run },
): Promise<string> {
  const { library, lease, range, recordingId, report } = context
  const { speakers, turns, voicePrints } = heard
  const chunks = chunksOf(context, regions)
  const language = await findLanguage(context, decoder, chunks)
  const { id: transcriptId } = await library.startTranscript({ ...about, recordingId, language, lease })
  await library.saveSpeakersAndTurns(transcriptId, speakers, turns, voicePrints, lease)
  const there = chunkIdsIn(await library.transcript(transcriptId))
  const endMs = durationMsOf(range.endSample)
  const live = new LiveTranscript(library, { transcriptId, lease, turns, language, endMs, there })
  await recogniseWords(context, decoder, chunks, live)
  report('paragraphs', 0)
  await live.write()
  await library.finishTranscript(transcriptId, lease)
  report('paragraphs', 1)
  return transcriptId
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
      // What is wrong with the lease or the disk is told by the next write of a result.
      if (!(error instanceof Fault)) throw error
    })
  }
}
