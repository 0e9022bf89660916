import type { Transcript } from '../transcript/transcript.ts'
import type { SetMarkEdit } from './edit.ts'
import { comparePlaces, wordPlace } from './places.ts'
import { EditRefused } from './refused.ts'

/** The mark as a person sets it, with the time it is near: so it finds a place when its words are gone. */
export function setMarkEdit(transcript: Transcript, edit: Pick<SetMarkEdit, 'id' | 'mark'>): SetMarkEdit {
  const { fromWordId, toWordId } = edit.mark
  const timeOf = (wordId: string): { startMs: number; endMs: number } => {
    const place = wordPlace(transcript, wordId)
    const word = transcript.paragraphs[place.paragraph]?.words[place.word]
    return { startMs: word?.startMs ?? 0, endMs: word?.endMs ?? 0 }
  }
  const near = { startMs: timeOf(fromWordId).startMs, endMs: timeOf(toWordId).endMs }
  return { kind: 'set-mark', ...edit, near }
}

export function applySetMark(transcript: Transcript, edit: SetMarkEdit): Transcript {
  const { mark } = edit
  const from = wordPlace(transcript, mark.fromWordId)
  const to = wordPlace(transcript, mark.toWordId)
  if (comparePlaces(from, to) > 0) throw new EditRefused('backwards', mark.id)
  const index = transcript.marks.findIndex((each) => each.id === mark.id)
  const marks = index < 0 ? [...transcript.marks, mark] : transcript.marks.with(index, mark)
  return { ...transcript, marks }
}
