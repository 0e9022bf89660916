import { paragraphText, type Transcript } from '../../transcript/transcript.ts'
import type { DeleteParagraphsEdit } from '../edit.ts'
import { EditRefused } from '../refused.ts'

/** The turns stay, as for one paragraph; what is gone already is no reason to keep the others. */
export function applyDeleteParagraphs(transcript: Transcript, edit: DeleteParagraphsEdit): Transcript {
  const gone = new Set(edit.paragraphs.map(({ paragraphId }) => paragraphId))
  const paragraphs = transcript.paragraphs.filter(({ id }) => !gone.has(id))
  if (paragraphs.length === transcript.paragraphs.length) throw new EditRefused('paragraph-gone', edit.id)
  return { ...transcript, paragraphs }
}

/** Paragraphs in which somebody else has written since are left out; null where none is left. */
export function carryDeletion(
  edit: DeleteParagraphsEdit,
  transcript: Transcript,
): DeleteParagraphsEdit | null {
  const there = new Map(transcript.paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  const paragraphs = edit.paragraphs.filter(({ paragraphId, text }) => {
    const paragraph = there.get(paragraphId)
    return paragraph !== undefined && paragraphText(paragraph) === text
  })
  if (paragraphs.length === edit.paragraphs.length) return edit
  return paragraphs.length === 0 ? null : { ...edit, paragraphs }
}
