import type { Paragraph, Transcript } from '../../transcript/transcript.ts'
import { retimeText } from '../../words/align/retime-text.ts'
import { spread } from '../../words/align/spread.ts'
import type { InsertSoundEdit } from '../edit.ts'
import { paragraphSpan, withParagraphs } from '../places.ts'
import { EditRefused } from '../refused.ts'
import { checkedSpan, type EditLimits } from '../times.ts'

/** The paragraph's id is `<id>.0`; its words share the given time. */
export function applyInsertSound(
  transcript: Transcript,
  edit: InsertSoundEdit,
  limits: EditLimits,
): Transcript {
  const span = checkedSpan(edit, limits)
  const { language } = transcript
  const written = retimeText([], edit.text, { editId: edit.id, language, ...span })
  if (written.length === 0) throw new EditRefused('empty-text', edit.id)
  const id = `${edit.id}.0`
  if (transcript.paragraphs.some((paragraph) => paragraph.id === id)) throw new EditRefused('id-taken', id)
  // A sound fills its whole span, however short its name is.
  const spans = spread(
    written.map((word) => word.text.length),
    span,
  )
  const words = written.map((word, index) => ({ ...word, ...spans[index] }))
  const paragraph: Paragraph = { id, speakerId: null, language, kind: edit.paragraphKind, words }
  const index = transcript.paragraphs.findLastIndex(
    (each) => (paragraphSpan(each)?.startMs ?? Infinity) <= span.startMs,
  )
  return withParagraphs(transcript, index + 1, 0, [paragraph])
}
