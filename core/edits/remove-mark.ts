import type { Transcript } from '../transcript/transcript.ts'
import type { RemoveMarkEdit } from './edit.ts'
import { EditRefused } from './refused.ts'

export function applyRemoveMark(transcript: Transcript, edit: RemoveMarkEdit): Transcript {
  const marks = transcript.marks.filter((mark) => mark.id !== edit.markId)
  if (marks.length === transcript.marks.length) throw new EditRefused('mark-gone', edit.markId)
  return { ...transcript, marks }
}
