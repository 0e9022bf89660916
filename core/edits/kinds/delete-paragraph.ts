import type { Transcript } from '../../transcript/transcript.ts'
import type { DeleteParagraphEdit } from '../edit.ts'
import { paragraphIndex, withParagraphs } from '../places.ts'

/** The turns stay: what was said was said, only its text is not wanted. */
export function applyDeleteParagraph(transcript: Transcript, edit: DeleteParagraphEdit): Transcript {
  return withParagraphs(transcript, paragraphIndex(transcript, edit.paragraphId), 1, [])
}
