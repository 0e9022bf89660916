import { TranscribeSettings } from '#contracts/settings'
import { jobEngines, transcribe } from '#studio/job-kinds/transcribe'
import { uncountedSteps } from '#studio/recognition/step-shares'
import type { StoredRecording } from '#studio/library/tables/recordings/recordings'
import { DEFAULT_MODELS } from '#studio/models/model-store'
import type { Studio } from '#studio/studio'
import { chosenSettings, reportModelOfLanguage } from '../../options/chosen-models.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { reportFailedChunks } from '../transcribe/run-transcribe.ts'

export interface RecordedSettings {
  readonly tracks: number
  /** ISO 639-1, or `auto`. */
  readonly language: string
  readonly signal: AbortSignal
}

/** Makes the library's transcript of a new recording. Throws the faults of transcribing. */
export async function transcribeRecorded(
  studio: Studio,
  terminal: Terminal,
  recording: StoredRecording,
  { tracks, language, signal }: RecordedSettings,
): Promise<void> {
  const { title } = recording
  const asked = TranscribeSettings.parse({
    language,
    model: DEFAULT_MODELS.recognizer,
    speakers: null,
    quick: false,
    track: 0,
    ...(tracks > 1 ? { tracks: 'all' as const } : {}),
  })
  const settings = await chosenSettings(studio, terminal, asked)
  const engines = jobEngines(studio.startEngine)
  try {
    terminal.startFile(uncountedSteps(settings))
    const onProgress = (progress: Parameters<Terminal['progress']>[1]) => terminal.progress(title, progress)
    const { counts, doneBefore, transcriptId } = await transcribe(
      { ...studio, engines },
      recording,
      settings,
      {
        signal,
        onProgress,
      },
    )
    terminal.finished(title, counts, doneBefore)
    await reportModelOfLanguage(studio, terminal, title, settings, transcriptId)
    reportFailedChunks(terminal, title, counts.failedChunks)
  } finally {
    await engines.close()
  }
}
