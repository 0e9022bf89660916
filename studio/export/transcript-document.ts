import { Fault } from '#contracts/errors'
import type { DocumentWithExtras } from '#core/formats/format'
import type { MeetingFacts } from '#core/moments/moment'
import { redactedDocument } from '#core/redaction/redacted-document'
import { trackOfRun } from '#core/tracks/mix'
import { trimmedDocument } from '#core/trim/trimmed-document'
import type { Transcript } from '#core/transcript/transcript'
import type { RecordingFacts } from '#core/transcript/document'
import type { ImportedMembers } from '../library/tables/results/imported-transcripts.ts'
import type { Library } from '../library/library.ts'

/** Title and file name given by a person, for audio that the library has under another name. */
export interface Named extends Partial<Pick<RecordingFacts, 'title' | 'fileName'>> {
  /** Whether a document that was imported without a title gets that of its recording. */
  readonly isTitled?: boolean
}

/**
 * A library transcript as it may leave the library, with the facts of its recording and its imported members;
 * redacted words are placeholders. For a trimmed recording, only the kept part. Fault `recording.no-transcript`.
 */
export async function transcriptDocument(
  library: Library,
  transcriptId: string,
  named: Named = {},
): Promise<DocumentWithExtras> {
  const { document, transcript } = await openedDocument(library, transcriptId, named)
  return redactedDocument(document, transcript)
}

/**
 * Like `transcriptDocument`, but with the redacted words and their marks: for data that stays in the library.
 */
export async function wholeDocument(
  library: Library,
  transcriptId: string,
  named: Named = {},
): Promise<DocumentWithExtras> {
  return (await openedDocument(library, transcriptId, named)).document
}

interface OpenedDocument {
  readonly document: DocumentWithExtras
  /** All of it, also of a trimmed recording. */
  readonly transcript: Transcript
}

/** A transcript of the library with its redacted words, trimmed, and the whole of it. */
export async function openedDocument(
  library: Library,
  transcriptId: string,
  { isTitled = false, ...named }: Named,
): Promise<OpenedDocument> {
  // Read first: what is edited meanwhile counts as changed later.
  const editNumber = (await library.transcriptFacts(transcriptId))?.editNumber ?? 0
  const origin = { transcriptId, editNumber }
  const transcript = await library.transcript(transcriptId)
  const { title, fileName, sha256, id, durationMs } = await library.recording(transcript.recordingId)
  if (id !== transcript.recordingId)
    throw new Fault('recording.unknown', { reference: transcript.recordingId })
  // Duration of the transcribed track: others may be longer.
  const track = await library.track(id, trackOfRun(transcript.run.settings))
  const recording = { title, fileName, durationMs: track?.durationMs ?? durationMs ?? 0, sha256, ...named }
  const part = await library.trim(id)
  const members = await library.importedMembers(transcriptId)
  const meeting = await meetingFacts(library, id)
  const trimmed = (document: DocumentWithExtras): OpenedDocument => ({
    document: part === null ? document : trimmedDocument(document, part),
    transcript,
  })
  if (members === null) return trimmed({ recording: { ...recording, ...meeting }, transcript, origin })
  const given = asGiven(recording, members.facts)
  const isNameless = isTitled && given.title.trim() === ''
  const facts = { ...given, ...(isNameless ? { title: recording.title } : {}), ...meeting }
  const isEmpty = Object.keys(members.extra).length === 0
  return trimmed({ recording: facts, transcript, origin, ...(isEmpty ? {} : { extra: members.extra }) })
}

/** Typed facts of the conversation, and its moments; omitted if there are none. */
export async function meetingFacts(library: Library, recordingId: string): Promise<MeetingFacts> {
  const moments = await library.moments(recordingId)
  const cuts = await library.cutStretches(recordingId)
  const { date, place } = await library.typedMeeting(recordingId)
  const deletion = await library.soundDeletion(recordingId)
  const deletedOn = deletion?.deletedOn ?? ''
  return {
    ...(deletedOn === '' ? {} : { soundDeletedOn: deletedOn }),
    ...(date === '' ? {} : { date }),
    ...(place === '' ? {} : { place }),
    ...(moments.length === 0 ? {} : { moments }),
    ...(cuts.length === 0 ? {} : { cuts }),
  }
}

/** Facts not changed since the import are exported as given. */
function asGiven(now: RecordingFacts, { given, kept }: ImportedMembers['facts']): RecordingFacts {
  return {
    title: now.title === kept.title ? given.title : now.title,
    fileName: now.fileName === kept.fileName ? given.fileName : now.fileName,
    durationMs: now.durationMs === kept.durationMs ? given.durationMs : now.durationMs,
    sha256: now.sha256 === kept.sha256 ? given.sha256 : now.sha256,
  }
}
