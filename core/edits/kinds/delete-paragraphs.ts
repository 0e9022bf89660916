import { paragraphText, type Transcript } from '../../transcript/transcript.ts'
import type { DeleteParagraphsEdit } from '../edit.ts'
import { EditRefused } from '../refused.ts'

/** The turns are kept, as for one paragraph; paragraphs that are already deleted are ignored. */
export function applyDeleteParagraphs(transcript: Transcript, edit: DeleteParagraphsEdit): Transcript {
  const gone = new Set(edit.paragraphs.map(({ paragraphId }) => paragraphId))
  const paragraphs = transcript.paragraphs.filter(({ id }) => !gone.has(id))
  if (paragraphs.length === transcript.paragraphs.length) throw new EditRefused('paragraph-gone', edit.id)
  return { ...transcript, paragraphs }
}

/** Skips paragraphs in which somebody else has typed since; null when none is left. */
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
