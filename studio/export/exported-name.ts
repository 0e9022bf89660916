import path from 'node:path'
import { legalFileName } from '#core/formats/legal-file-name'
import { redactedDocument } from '#core/redaction/redacted-document'
import type { Library } from '../library/library.ts'
import type { StoredRecording } from '../library/tables/recordings/recordings.ts'
import { currentTranscript } from './current-transcript.ts'
import { openedDocument, transcriptDocument } from './transcript-document.ts'

type Titled = Pick<StoredRecording, 'title' | 'id'>

/**
 * Name, without extension, of files made from a recording: its title as it leaves the library, without characters that file
 * names cannot contain, else its id.
 */
export const exportedName = async (library: Library, recording: Titled): Promise<string> =>
  legalFileName(await outgoingTitle(library, recording), '', recording.id)

/** The title in the library, with placeholders for words that are redacted in the current transcript. */
export async function outgoingTitle(library: Library, { id, title }: Titled): Promise<string> {
  const current = await currentTranscript(library, id)
  if (current === undefined) return title
  const { recording } = await transcriptDocument(library, current.id, { isTitled: true })
  return recording.title
}

/** A file's name that was made of the title before, without words that are redacted since. */
export async function outgoingFileName(
  library: Library,
  recordingId: string,
  fileName: string,
): Promise<string> {
  const current = await currentTranscript(library, recordingId)
  if (current === undefined) return fileName
  const { document, transcript } = await openedDocument(library, current.id, {})
  const { name, ext } = path.parse(fileName)
  const named = { ...document, recording: { ...document.recording, title: name } }
  const { title } = redactedDocument(named, transcript).recording
  return title === name ? fileName : legalFileName(title, ext, recordingId)
}
