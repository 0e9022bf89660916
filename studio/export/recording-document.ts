import type { DocumentWithExtras } from '#core/formats/format'
import { MIX } from '#core/tracks/mix'
import type { Library } from '../library/library.ts'
import { currentTranscript } from './current-transcript.ts'
import { meetingFacts, transcriptDocument } from './transcript-document.ts'

/**
 * The document of which a file of sound is made: of a transcript, or (`transcriptId` null) of a recording without one. If one
 * was begun meanwhile, what is redacted in it is silent. Faults: `recording.unknown`, `recording.no-transcript`.
 */
export async function documentOfSound(
  library: Library,
  transcriptId: string | null,
  recordingId: string,
): Promise<DocumentWithExtras> {
  const id = transcriptId ?? (await currentTranscript(library, recordingId))?.id
  return id === undefined ? recordingDocument(library, recordingId) : transcriptDocument(library, id)
}

/**
 * A recording without any transcript as a document without words, of which its sound is made: the track that is played, of a
 * trimmed recording the kept part. Fault `recording.unknown`.
 */
async function recordingDocument(library: Library, recordingId: string): Promise<DocumentWithExtras> {
  const { id, title, fileName, sha256, durationMs } = await library.recording(recordingId)
  const { track } = await library.mediaPlace(id)
  const decoded = track === null ? undefined : await library.track(id, track)
  const part = await library.trim(id)
  return {
    recording: {
      title,
      fileName,
      durationMs: decoded?.durationMs ?? durationMs ?? 0,
      sha256,
      ...(await meetingFacts(library, id)),
    },
    transcript: {
      id: '',
      recordingId: id,
      language: '',
      run: {
        program: '',
        version: '',
        models: [],
        settings: track === MIX ? { tracks: 'all' } : { track: track ?? 0 },
      },
      speakers: [],
      turns: [],
      paragraphs: [],
      marks: [],
    },
    ...(part === null ? {} : { part }),
  }
}
