import type { Transcript } from '../../transcript/transcript.ts'
import type { DeleteParagraphEdit } from '../edit.ts'
import { paragraphIndex, withParagraphs } from '../places.ts'

/** The turns are kept: deleting the text does not change who spoke when. */
export function applyDeleteParagraph(transcript: Transcript, edit: DeleteParagraphEdit): Transcript {
  return withParagraphs(transcript, paragraphIndex(transcript, edit.paragraphId), 1, [])
}
