import type { JobCounts, Step } from '#contracts/progress'
import type { OpinionSettings } from '#contracts/opinion-settings'
import { durationMsOf, PCM_RATE } from '#core/sound/pcm'
import { rangeOfRun, rangeTimes, sampleRange } from '#core/sound/range'
import { hasLength, type TimeSpan } from '#core/transcript/time-span'
import type { Transcript } from '#core/transcript/transcript'
import { uniteSpans } from '#core/transcript/unite-spans'
import { MIX, trackOfRun } from '#core/tracks/mix'
import type { EngineCaller } from '../../engine-link/engine-link.ts'
import type { StoredRecording } from '../../library/tables/recordings/recordings.ts'
import { soundFiles } from '../../sound/decode.ts'
import { Checkpoints } from '../checkpoints.ts'
import type { JobEngines, SpeakerEngines } from '../job-engines.ts'
import type { JobContext } from '../job-context.ts'
import type { JobModels } from '../job-models.ts'
import { decodeSound } from '../steps/sound.ts'
import { audioTracksOf } from '../tracks/audio-tracks.ts'
import type { TranscribeDependencies } from '../transcribing.ts'

/** A request to recognize parts of a transcript's recording again. */
export interface RecognizingAgain {
  readonly recording: StoredRecording
  readonly transcript: Pick<Transcript, 'run'>
  readonly settings: OpinionSettings
  readonly models: JobModels
  readonly lease: number
  readonly counts: JobCounts
  readonly signal: AbortSignal
  readonly report: (step: Step, fraction: number) => void
}

export interface OpinionTrack {
  /** The track whose words are compared; null: the transcript has words of only one track. */
  readonly track: number | null
  readonly context: JobContext
}

/**
 * Contexts for the steps of a job, for each track in the transcript, and the wanted parts of the transcribed
 * range. `close` ends the engines that it started. Faults of `decodeSound`.
 */
export async function contextsOf(
  { library, cacheFolder, startEngine }: TranscribeDependencies,
  engines: JobEngines,
  { recording, transcript, settings, models, lease, counts, signal, report }: RecognizingAgain,
  /** Engines for speech detection may share the recognizer's process. */
  recognizer: Promise<unknown>,
): Promise<{
  readonly tracks: OpinionTrack[]
  readonly wanted: TimeSpan[]
  readonly close: () => Promise<void>
}> {
  const runSettings = transcript.run.settings
  const range = rangeOfRun(runSettings)
  const played = trackOfRun(runSettings)
  const all = played === MIX ? await audioTracksOf(library, recording, signal) : []
  const indices = played === MIX ? all.map(({ index }) => index) : [played]
  let longest = 0
  const detectors = lazyDetectors(async () => {
    await recognizer
    return engines.speakers(models, longest / PCM_RATE)
  })
  const tracks: OpinionTrack[] = []
  for (const [done, index] of indices.entries()) {
    const files = soundFiles(cacheFolder, recording.id, index)
    const sound = await decodeSound(library, recording, index, files, {
      signal,
      onProgress: (fraction) => report('sound', (done + fraction) / indices.length),
      playable: played !== MIX,
    })
    longest = Math.max(longest, sound.sampleCount)
    const context: JobContext = {
      library,
      lease,
      recordingId: recording.id,
      settings: {
        language: settings.language,
        model: settings.model,
        speakers: null,
        quick: settings.quick ?? false,
        track: Math.max(0, index),
      },
      models,
      files,
      range: sampleRange(range, sound.sampleCount),
      checkpoints: new Checkpoints(library, lease, sound.pcmSha256),
      engines: detectors.engines,
      cores: engines.cores,
      startEngine,
      counts,
      signal,
      report,
    }
    tracks.push({ track: played === MIX ? index : null, context })
  }
  const { startMs, endMs } = rangeTimes(range, durationMsOf(longest))
  const clipped = (settings.spans ?? [{ startMs, endMs }]).map((span) => ({
    startMs: Math.max(span.startMs, startMs),
    endMs: Math.min(span.endMs, endMs),
  }))
  return { tracks, wanted: uniteSpans(clipped.filter(hasLength)), close: detectors.close }
}

/** Engines for speech detection that start with the first call: usually all windows are already stored. */
function lazyDetectors(start: () => Promise<SpeakerEngines>): {
  readonly engines: SpeakerEngines
  readonly close: () => Promise<void>
} {
  let started: Promise<SpeakerEngines> | undefined
  const windows: EngineCaller = {
    call: async (request, options) => (await (started ??= start())).windows.call(request, options),
    close: async () => (await started)?.windows.close(),
  }
  const embeddings = (): never => {
    throw new Error('a second opinion is not about voices')
  }
  return { engines: { windows, embeddings }, close: () => windows.close() }
}
