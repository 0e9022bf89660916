import { Fault } from '#contracts/errors'
import type { TranscriptDocument } from '#core/transcript/document'
import type { Library } from '../library/library.ts'

/** A transcript of the library with what is known of its recording. Fault `recording.no-transcript`. */
export async function transcriptDocument(
  library: Library,
  transcriptId: string,
): Promise<TranscriptDocument> {
  const transcript = await library.transcript(transcriptId)
  const { title, fileName, sha256, id, durationMs } = await library.recording(transcript.recordingId)
  if (id !== transcript.recordingId)
    throw new Fault('recording.unknown', { reference: transcript.recordingId })
  // Of the track that was transcribed: others may be longer.
  const track = await library.track(id, Number(transcript.run.settings.track ?? 0))
  return {
    recording: { title, fileName, durationMs: track?.durationMs ?? durationMs ?? 0, sha256 },
    transcript,
  }
}
