import { Fault } from '#contracts/errors'
import type { DocumentWithExtras } from '#core/formats/format'
import type { RecordingFacts } from '#core/transcript/document'
import type { ImportedMembers } from '../library/tables/imported-transcripts.ts'
import type { Library } from '../library/library.ts'

/**
 * A transcript of the library with what is known of its recording and came with it. `named`: as a person named the
 * file, where the library knows the same sound under another name. Fault `recording.no-transcript`.
 */
export async function transcriptDocument(
  library: Library,
  transcriptId: string,
  named: Partial<Pick<RecordingFacts, 'title' | 'fileName'>> = {},
): Promise<DocumentWithExtras> {
  const transcript = await library.transcript(transcriptId)
  const { title, fileName, sha256, id, durationMs } = await library.recording(transcript.recordingId)
  if (id !== transcript.recordingId)
    throw new Fault('recording.unknown', { reference: transcript.recordingId })
  // Of the track that was transcribed: others may be longer.
  const track = await library.track(id, Number(transcript.run.settings.track ?? 0))
  const recording = { title, fileName, durationMs: track?.durationMs ?? durationMs ?? 0, sha256, ...named }
  const members = await library.importedMembers(transcriptId)
  if (members === null) return { recording, transcript }
  const facts = asGiven(recording, members.facts)
  const isEmpty = Object.keys(members.extra).length === 0
  return { recording: facts, transcript, ...(isEmpty ? {} : { extra: members.extra }) }
}

/** What nobody has changed since the file was opened goes out as it came. */
function asGiven(now: RecordingFacts, { given, kept }: ImportedMembers['facts']): RecordingFacts {
  return {
    title: now.title === kept.title ? given.title : now.title,
    fileName: now.fileName === kept.fileName ? given.fileName : now.fileName,
    durationMs: now.durationMs === kept.durationMs ? given.durationMs : now.durationMs,
    sha256: now.sha256 === kept.sha256 ? given.sha256 : now.sha256,
  }
}
