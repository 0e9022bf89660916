import type { Region } from '#core/regions/regions'
import { durationMsOf, PCM_RATE } from '#core/sound/pcm'
import { rangeTimes, type SampleRange, sampleRange, type TimeRange } from '#core/sound/range'
import type { Run } from '#core/transcript/transcript'
import type { EngineCaller, EngineLink } from '../engine-link/engine-link.ts'
import { soundFiles } from '../sound/decode.ts'
import { checkRange } from './check-range.ts'
import { Checkpoints } from './checkpoints.ts'
import type { JobContext } from './job-context.ts'
import type { JobModels } from './job-models.ts'
import { isOneChunk, isShort, type JobEngines, type SpeakerEngines } from './job-engines.ts'
import { contextOfLanguage, modelsToFindLanguage } from './model-of-language.ts'
import { notedRun } from './used-models.ts'
import { defaultCaptionRules } from './settings/default-caption-rules.ts'
import { startRecognizer } from './start-recognizer.ts'
import { detectSpeech } from './steps/regions.ts'
import { decodeSound } from './steps/sound.ts'
import { type DiarizedSpeakers, embedSpeech, findSpeakers } from './steps/speakers.ts'
import { chunksOf, findLanguage, recognizeWords, type WordsSink } from './steps/words.ts'
import { Decoder } from './words/decoder.ts'
import { chunkIdsIn } from './words/chunk-ids.ts'
import { LiveTranscript } from './words/live-transcript.ts'
import { audioTracksOf } from './tracks/audio-tracks.ts'
import { transcribeTracks } from './tracks/transcribe-tracks.ts'
import type { TranscribeDependencies, Transcribing } from './transcribing.ts'

/**
 * Makes a recording's transcript or resumes it: runs the steps in order, each of which reuses its results
 * from before a crash. With `tracks: all`, transcribes each of several audio tracks. Returns the transcript's
 * id. Faults `range.empty` and `range.beyond-end` for a range outside the recording.
 */
export async function transcribeRecording(
  dependencies: TranscribeDependencies,
  engines: JobEngines,
  transcribing: Transcribing,
): Promise<string> {
  const { settings, recording, signal } = transcribing
  if (settings.tracks === undefined) return transcribeTrack(dependencies, engines, transcribing)
  const audio = await audioTracksOf(dependencies.library, recording, signal)
  if (audio.length > 1) return transcribeTracks(dependencies, engines, transcribing, audio)
  const { tracks: _tracks, ...ofOne } = settings
  return transcribeTrack(dependencies, engines, { ...transcribing, settings: { ...ofOne, track: 0 } })
}

async function transcribeTrack(
  dependencies: TranscribeDependencies,
  engines: JobEngines,
  { recording, settings, models, report, ...job }: Transcribing,
): Promise<string> {
  const { library, cacheFolder, version, startEngine } = dependencies
  const files = soundFiles(cacheFolder, recording.id, settings.track)
  const language = settings.language === 'auto' ? null : settings.language
  // Models are checked and loaded while the recording is probed and decoded.
  const first = modelsToFindLanguage(models)
  const starting = startRecognizer(dependencies.models, engines, first, language)
  // Rejections are handled at the awaits; this avoids unhandled rejections if decoding fails first.
  starting.catch(() => undefined)
  const start = async (seconds: number | null): Promise<StartedEngines> => {
    const words = await starting
    return { words, speakers: await engines.speakers(models, seconds), seconds }
  }
  const begun: { started?: Promise<StartedEngines> } = {}
  let windows: EngineCaller | undefined
  try {
    report('sound', 0)
    const sound = await decodeSound(library, recording, settings.track, files, {
      signal: job.signal,
      onProgress: (fraction) => report('sound', fraction),
      onLength: (seconds) => {
        begun.started = start(listenedSeconds(settings, seconds))
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
      models: first,
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
    const embedding = embedSpeech(context)
    const diarizing = embedding.then((embedded) => findSpeakers(context, embedded))
    // Rejection is handled at the await; this avoids an unhandled rejection while the language is detected.
    diarizing.catch(() => undefined)
    // Engines of both steps at once would set the memory peak.
    if (!isOneChunk(secondsOf(range))) await embedding
    const decoder = new Decoder(context, first.recognizer, language, words)
    const known = await inFoundLanguage(dependencies, engines, models, {
      context,
      decoder,
      regions,
      diarizing,
    })
    return await writeTranscript(known.context, known.decoder, regions, diarizing, {
      jobId: job.jobId,
      settingsKey: job.key,
      run: notedRun(settings, known.context.models, version),
    })
  } catch (error) {
    windows ??= await begun.started?.then(
      ({ speakers }) => speakers.windows,
      () => undefined,
    )
    // A recognizer that starts after this job's engines are closed would be left running.
    await starting.catch(() => undefined)
    throw error
  } finally {
    await windows?.close()
  }
}

interface Recognition {
  readonly context: JobContext
  readonly decoder: Decoder
}

/** The recognizer for the language, which is detected first if there are models by language. */
async function inFoundLanguage(
  dependencies: TranscribeDependencies,
  engines: JobEngines,
  models: JobModels,
  {
    context,
    decoder,
    regions,
    diarizing,
  }: Recognition & {
    readonly regions: readonly Region[]
    readonly diarizing: Promise<unknown>
  },
): Promise<Recognition> {
  if (models.byLanguage === undefined) return { context, decoder }
  const found = await findLanguage(context, decoder, chunksOf(context, regions))
  const used = await contextOfLanguage(dependencies.models, context, models, found)
  const { recognizer } = used.models
  if (recognizer.folder === context.models.recognizer.folder) return { context: used, decoder }
  // A short recording's speakers are identified in the same process, which ends now.
  await diarizing
  const language = found === 'und' ? null : found
  const link = await engines.words(recognizer, language)
  return { context: used, decoder: new Decoder(used, recognizer, language, link) }
}

interface StartedEngines {
  readonly words: EngineLink
  readonly speakers: SpeakerEngines
  /** Length to transcribe, s, from the recording's header. */
  readonly seconds: number | null
}

const secondsOf = (range: SampleRange): number => (range.endSample - range.startSample) / PCM_RATE

/** Seconds to transcribe; null if the recording's length is unknown. */
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
  const seconds = secondsOf(range)
  if (!isShort(started.seconds) || isShort(seconds)) return started
  return { ...started, speakers: await engines.speakers(models, seconds) }
}

/** Runs the steps from the first word to the finished transcript; returns its id. Words wait for `diarizing`. */
async function writeTranscript(
  context: JobContext,
  decoder: Decoder,
  regions: readonly Region[],
  diarizing: Promise<DiarizedSpeakers>,
  about: { readonly jobId: string; readonly settingsKey: string; readonly run: Run },
): Promise<string> {
  const { library, lease, range, recordingId, report } = context
  const recognizing = async (): Promise<LiveTranscript> => {
    const chunks = chunksOf(context, regions)
    const language = await findLanguage(context, decoder, chunks)
    const starting = diarizing.then(async ({ speakers, turns, voicePrints }) => {
      const captionRules = await defaultCaptionRules(library, recordingId, context.signal)
      const { id } = await library.startTranscript({ ...about, recordingId, language, captionRules, lease })
      await library.saveSpeakersAndTurns(id, speakers, turns, voicePrints, lease)
      const there = chunkIdsIn(await library.transcript(id))
      const endMs = durationMsOf(range.endSample)
      const tracks = [{ turns, strength: () => 0 }]
      return new LiveTranscript(library, { transcriptId: id, lease, tracks, language, endMs, there })
    })
    const put: WordsSink['put'] = async (index, chunk) => (await starting).put(index, chunk)
    const [live] = await Promise.all([starting, recognizeWords(context, decoder, chunks, { put })])
    return live
  }
  const [live] = await Promise.all([recognizing(), diarizing])
  report('paragraphs', 0)
  await live.write()
  await library.finishTranscript(live.transcriptId, lease)
  report('paragraphs', 1)
  return live.transcriptId
}
