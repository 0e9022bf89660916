import { PCM_RATE } from '#core/sound/pcm'
import type { MediaFacts } from '../../library/tables/recordings/recordings.ts'
import type { JobContext } from '../job-context.ts'
import type { JobEngines } from '../job-engines.ts'
import { contextOfLanguage, modelsToFindLanguage } from '../model-of-language.ts'
import { notedRun } from '../used-models.ts'
import { startRecognizer } from '../start-recognizer.ts'
import { detectSpeech } from '../steps/regions.ts'
import type { TranscribeDependencies, Transcribing } from '../transcribing.ts'
import { diarizeTracks, type TrackContext } from './diarize-tracks.ts'
import { prepareTracks, type SharedContext } from './track-contexts.ts'
import { writeTracks, type WrittenTrack } from './write-tracks.ts'

/**
 * Makes one transcript of all audio tracks of a recording, or resumes it. Each track has its own speech and
 * speakers; echoes of one track on another are left out. Returns the transcript's id. Faults: those of
 * `transcribeRecording`.
 */
export async function transcribeTracks(
  dependencies: TranscribeDependencies,
  engines: JobEngines,
  transcribing: Transcribing,
  audio: MediaFacts['tracks'],
): Promise<string> {
  const { library, version, startEngine } = dependencies
  const { recording, settings, models, jobId, key, lease, counts, signal, report } = transcribing
  const language = settings.language === 'auto' ? null : settings.language
  // Models are checked and loaded while the recording is decoded.
  const first = modelsToFindLanguage(models)
  const starting = startRecognizer(dependencies.models, engines, first, language)
  // Rejection is handled at the await; this avoids an unhandled rejection if decoding fails first.
  starting.catch(() => undefined)
  const closing: (() => Promise<void>)[] = []
  try {
    report('sound', 0)
    const shared: SharedContext = {
      library,
      lease,
      recordingId: recording.id,
      settings,
      models: first,
      cores: engines.cores,
      startEngine,
      counts,
      signal,
      report,
    }
    const { tracks: prepared, endMs } = await prepareTracks(dependencies, transcribing, audio)
    await starting
    const samples = prepared.map(({ sound: { range } }) => range.endSample - range.startSample)
    const seconds = Math.max(0, ...samples) / PCM_RATE
    const startEngines = async (): Promise<JobContext['engines']> => {
      const started = await engines.speakers(models, seconds)
      closing.push(() => started.windows.close())
      return started
    }
    const windows = await startEngines()
    const tracks = prepared.map(({ track, speaker, sound }): TrackContext => {
      return { track, speaker, context: { ...shared, ...sound, engines: windows } }
    })
    const regions: WrittenTrack['regions'][] = []
    for (const [index, { context }] of tracks.entries()) {
      const reportOne: JobContext['report'] = (step, fraction) =>
        report(step, (index + fraction) / tracks.length)
      regions.push(await detectSpeech({ ...context, report: reportOne }))
    }
    await windows.windows.close()
    const speakers = await diarizeTracks(tracks, settings.speakers, startEngines, (fraction) =>
      report('speakers', fraction),
    )
    const written = tracks.map((track, index): WrittenTrack => {
      const [own, spoken] = [regions[index], speakers[index]]
      if (own === undefined || spoken === undefined) throw new Error(`track ${track.track} was not read`)
      return { ...track, regions: own, speakers: spoken }
    })
    return await writeTracks(written, shared, {
      jobId,
      settingsKey: key,
      runWith: (used) => notedRun(settings, used, version),
      endMs,
      recognizer: (model, known) => engines.words(model, known),
      inFoundLanguage: (context, found) =>
        models.byLanguage === undefined
          ? Promise.resolve(context)
          : contextOfLanguage(dependencies.models, context, models, found),
    })
  } catch (error) {
    // A recognizer that starts after this job's engines are closed would be left running.
    await starting.catch(() => undefined)
    throw error
  } finally {
    await Promise.all(closing.map((close) => close()))
  }
}
