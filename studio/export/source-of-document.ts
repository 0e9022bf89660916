import type { DocumentWithExtras } from '#core/formats/format'
import { hiderFor } from '#core/redaction/redacted-document'
import type { Library, RecordingSource } from '../library/library.ts'
import { openedDocument } from './transcript-document.ts'

/**
 * What the feed or the file says of a document's recording, as it may leave the library: without redacted words, and
 * without the people whose names have some. Null if nothing is known.
 */
export async function sourceOfDocument(
  library: Library,
  { transcript: { id, recordingId } }: Pick<DocumentWithExtras, 'transcript'>,
): Promise<RecordingSource | null> {
  const source = await library.recordingSource(recordingId)
  // A recording without a transcript has no redacted words.
  if (source === null || id === '') return source
  const { document, transcript } = await openedDocument(library, id, {})
  const hide = hiderFor(document, transcript)
  if (hide === null) return source
  const { podcast, notes, people } = source
  return {
    ...source,
    podcast: hide(podcast),
    notes: hide(notes),
    people: people.filter((name) => hide(name) === name),
  }
}
