import type { Transcript } from '../../transcript/transcript.ts'
import type { RemoveMarkEdit } from '../edit.ts'
import { EditRefused } from '../refused.ts'

/** The edit that removes an existing mark; it includes the kind of mark, for its name in the history. */
export function removeMarkEdit(
  { marks }: Pick<Transcript, 'marks'>,
  edit: Pick<RemoveMarkEdit, 'id' | 'markId'>,
): RemoveMarkEdit {
  const mark = marks.find(({ id }) => id === edit.markId)
  if (mark === undefined) throw new EditRefused('mark-gone', edit.markId)
  return { kind: 'remove-mark', ...edit, markKind: mark.kind }
}

export function applyRemoveMark(transcript: Transcript, edit: RemoveMarkEdit): Transcript {
  const marks = transcript.marks.filter((mark) => mark.id !== edit.markId)
  if (marks.length === transcript.marks.length) throw new EditRefused('mark-gone', edit.markId)
  return { ...transcript, marks }
}
