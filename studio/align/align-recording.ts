import { createHash } from 'node:crypto'
import { type AlignedTranscript, alignTranscript } from '#core/align/aligned-transcript'
import type { DocumentWithExtras } from '#core/formats/format'
import { trackOfRun } from '#core/tracks/mix'
import { transcriptWords } from '#core/transcript/transcript'
import type { Library } from '../library/library.ts'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'

export interface RecordingAlignment {
  readonly transcriptId: string
  /** False: the recording already has exactly this transcript. */
  readonly isNew: boolean
  readonly unspoken: AlignedTranscript['unspoken']
  readonly unwritten: AlignedTranscript['unwritten']
  /** Number of the text's words that match recognized ones, and number of words in all. */
  readonly matchedWords: number
  readonly words: number
}

export interface GivenText {
  readonly fileName: string
  readonly document: DocumentWithExtras
}

/**
 * Aligns a text with a recognized transcript of a recording, and stores the result as an additional
 * transcript, which is shown once a person chooses it.
 */
export async function alignRecording(
  library: Library,
  recording: StoredRecording,
  recognizedId: string,
  { fileName, document }: GivenText,
): Promise<RecordingAlignment> {
  const recognized = await library.transcript(recognizedId)
  const index = trackOfRun(recognized.run.settings)
  const track = await library.track(recording.id, index)
  const durationMs = track?.durationMs ?? recording.durationMs ?? 0
  const { transcript, ...found } = alignTranscript(document.transcript, recognized, durationMs)
  const { path, title, bytes, mtimeMs, sha256 } = recording
  const run = { ...transcript.run, settings: { ...transcript.run.settings, alignedText: fileName } }
  const made = { ...transcript, run }
  const facts = { title, fileName: recording.fileName, sha256, durationMs }
  const { transcriptId, isNew } = await library.importTranscript({
    recording: { path, fileName: recording.fileName, title, bytes, mtimeMs, sha256 },
    track: { index, durationMs },
    settingsKey: keyOf(made),
    transcript: made,
    members: { extra: {}, facts: { given: facts, kept: facts } },
    waits: true,
  })
  // Without names, as they are speakers now.
  const words = transcriptWords(made).length
  return { transcriptId, isNew, ...found, words }
}

/** The same text aligned with the same words gives the same key, whatever ids the library assigned. */
function keyOf(transcript: AlignedTranscript['transcript']): string {
  const content = JSON.stringify({ ...transcript, id: '', recordingId: '' })
  return `align:${createHash('sha256').update(content).digest('hex').slice(0, 32)}`
}
