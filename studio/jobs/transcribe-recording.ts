import type { JobCounts, Step } from '#contracts/progress'
import type { TranscribeSettings } from '#contracts/settings'
import type { Region } from '#core/regions/regions'
import { durationMsOf, PCM_RATE } from '#core/sound/pcm'
import { rangeTimes, type SampleRange, sampleRange, type TimeRange } from '#core/sound/range'
import type { Run } from '#core/transcript/transcript'
import type { StartEngine } from '../engine-link/engine-child.ts'
import type { EngineCaller, EngineLink } from '../engine-link/engine-link.ts'
import type { Library } from '../library/library.ts'
import type { StoredRecording } from '../library/tables/recordings.ts'
import type { ModelStore } from '../models/model-store.ts'
import { soundFiles } from '../sound/decode.ts'
import { checkRange } from './check-range.ts'
import { Checkpoints } from './checkpoints.ts'
import type { JobContext, JobModels } from './job-context.ts'
import { isShort, type JobEngines, type SpeakerEngines } from './job-engines.ts'
import { runOf } from './settings-key.ts'
import { detectSpeech } from './steps/regions.ts'
import { decodeSound } from './steps/sound.ts'
import { type DiarizedSpeakers, diarize } from './steps/speakers.ts'
import { chunksOf, findLanguage, recognizeWords } from './steps/words.ts'
import { Decoder } from './words/decoder.ts'
import { chunkIdsIn } from './words/chunk-ids.ts'
import { LiveTranscript } from './words/live-transcript.ts'

export interface TranscribeDependencies {
  readonly library: Library
  readonly models: ModelStore
  readonly cacheFolder: string
  readonly version: string
  readonly startEngine: StartEngine
}

/** A job's request to transcribe a recording. */
export interface Transcribing {
  readonly recording: StoredRecording
  readonly settings: TranscribeSettings
  readonly models: JobModels
  readonly jobId: string
  readonly lease: number
  readonly key: string
  readonly counts: JobCounts
  readonly signal: AbortSignal
  readonly report: (step: Step, fraction: number) => void
}

/**
 * Makes a recording's transcript or resumes it: runs the steps in order, each of which reuses its results from before
 * a crash. Returns the transcript's id. Faults `range.empty` and `range.beyond-end` for a range outside the
 * recording.
 */
export async function transcribeRecording(
  dependencies: TranscribeDependencies,
  engines: JobEngines,
  { recording, settings, models, report, ...job }: Transcribing,
): Promise<string> {
  const { library, cacheFolder, version, startEngine } = dependencies
  const files = soundFiles(cacheFolder, recording.id, settings.track)
  const language = settings.language === 'auto' ? null : settings.language
  const start = async (seconds: number | null): Promise<StartedEngines> => {
    await verifyModels(dependencies.models, models)
    const words = await engines.words(models.recognizer, language)
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
      // Models are checked and loaded while ffmpeg runs.
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
    const regions = await detectSpeech(context)
    const diarized = await diarize(context)
    const decoder = new Decoder(context, models.recognizer, language, words)
    return await writeTranscript(context, decoder, regions, diarized, {
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
  /** Length to transcribe, s, by the recording's header. */
  readonly seconds: number | null
}

/** Seconds to transcribe; null if the recording's length is not known. */
function listenedSeconds(range: TimeRange, seconds: number | null): number | null {
  if (seconds === null) return null
  const { startMs, endMs } = rangeTimes(range, seconds * 1000)
  return (endMs - startMs) / 1000
}

/** Headers can be wrong: a recording that turns out to be long gets the processes of a long one. */
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

/** Runs the steps from the first word to the finished transcript; returns its id. */
async function writeTranscript(
  context: JobContext,
  decoder: Decoder,
  regions: readonly Region[],
  diarized: DiarizedSpeakers,
  about: { readonly jobId: string; readonly settingsKey: string; readonly run: Run },
): Promise<string> {
  const { library, lease, range, recordingId, report } = context
  const { speakers, turns, voicePrints } = diarized
  const chunks = chunksOf(context, regions)
  const language = await findLanguage(context, decoder, chunks)
  const { id: transcriptId } = await library.startTranscript({ ...about, recordingId, language, lease })
  await library.saveSpeakersAndTurns(transcriptId, speakers, turns, voicePrints, lease)
  const there = chunkIdsIn(await library.transcript(transcriptId))
  const endMs = durationMsOf(range.endSample)
  const live = new LiveTranscript(library, { transcriptId, lease, turns, language, endMs, there })
  await recognizeWords(context, decoder, chunks, live)
  report('paragraphs', 0)
  await live.write()
  await library.finishTranscript(transcriptId, lease)
  report('paragraphs', 1)
  return transcriptId
}

async function verifyModels(store: ModelStore, models: JobModels): Promise<void> {
  for (const model of new Set(Object.values(models))) await store.ensureVerified(model)
}
