import { partOfKept, rangeOfRun } from '#core/sound/range'
import { factsIfThere } from '../drives/files.ts'
import { addMedia } from '../originals/keep-original.ts'
import { completeSettings } from '../recognition/settings/complete-settings.ts'
import { modelsFor } from '../recognition/models-for.ts'
import { recordingSettings } from '../recognition/settings/recording-settings.ts'
import { settingsKey } from '../recognition/settings/settings-key.ts'
import { findKnownFile, keepWhatFileSays, readRecording } from '../originals/import-recording.ts'
import { withTerms } from '../recognition/settings/with-terms.ts'
import type { JobSettings, JobState, Library, TranscriptFacts, WatchedFolder } from '../library/library.ts'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'
import { readPreferences } from '../preferences.ts'
import type { Studio } from '../studio.ts'

/**
 * The recording of a file in a watched folder. If the library knows its file elsewhere, keeps that path.
 * Throws the faults of `readRecording`, those of the disk.
 */
export async function importWatched(
  { library, dataFolder }: Pick<Studio, 'library' | 'dataFolder'>,
  file: string,
  signal: AbortSignal,
): Promise<StoredRecording> {
  const known = await findKnownFile(library, file)
  if (known !== undefined) return known
  const { recording, ...said } = await readRecording(file, signal)
  const same = await library.findRecordingByContent(recording.sha256)
  if (same !== undefined && (await factsIfThere(same.path, { signal }))?.kind === 'file') return same
  const added = await library.addRecording(recording)
  await keepWhatFileSays(library, added.id, said)
  const { copyOriginals } = await readPreferences(library)
  return copyOriginals ? addMedia({ library, dataFolder }, file, { copy: true, signal }) : added
}

const TO_COME: ReadonlySet<JobState> = new Set(['queued', 'running', 'paused'])

/**
 * Requests a recording's transcript, as the page does with the models chosen last. Retries a failed or
 * canceled request; waits for an existing one, whatever its settings. Throws the faults of `modelsFor`.
 */
export async function requestTranscript(
  { library, models }: Pick<Studio, 'library' | 'models'>,
  recordingId: string,
  { language, speakers }: Pick<WatchedFolder, 'language' | 'speakers'>,
): Promise<void> {
  const jobs = await library.jobsOf(recordingId)
  const { trim, durationMs } = await library.card(recordingId)
  const kept = trim ?? { startMs: 0, endMs: durationMs ?? Infinity }
  const isWhole = (settings: JobSettings): boolean => partOfKept(rangeOfRun(settings), kept) === null
  if (jobs.some((job) => job.kind === 'transcribe' && TO_COME.has(job.state) && isWhole(job.settings))) return
  const completed = await completeSettings({ library, models }, { language, speakers, quick: false })
  const asked = await recordingSettings(library, recordingId, {}, completed)
  const settings = await withTerms(library, recordingId, asked, await modelsFor(models, asked))
  const key = settingsKey(settings, await modelsFor(models, settings))
  const job = await library.requestJob({ recordingId, kind: 'transcribe', settings, settingsKey: key })
  if (job.state === 'failed' || job.state === 'cancelled') await library.setJobState(job.id, 'queued')
}

/**
 * The transcript that a recording shows, if it is complete; null if it is unfinished, covers only a part of
 * the recording, or has missing passages.
 */
export async function wholeTranscript(
  library: Library,
  recordingId: string,
): Promise<TranscriptFacts | null> {
  const shown = (await library.transcriptsOf(recordingId)).find(
    ({ current, state, part }) => current && state === 'done' && part === null,
  )
  if (shown === undefined) return null
  const job = shown.jobId === null ? undefined : await library.job(shown.jobId)
  return job === undefined || job.state === 'done' ? shown : null
}
