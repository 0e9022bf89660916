import type { EditorView } from '@codemirror/view'
import { setMarkEdit } from '#core/edits/kinds/set-mark'
import { findWord } from '#core/edits/places'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { paragraphOfLine } from './lines.ts'
import { linesField } from './lines-field.ts'
import { lineText, wordIndexAt } from './paragraph-layout.ts'
import { timeInsertion } from './time-insertion.ts'

/** Inserts a time between the words at the caret, marked as a time; one undo step. */
export function insertTime(view: EditorView, session: TranscriptSession, time: string): void {
  const line = view.state.doc.lineAt(view.state.selection.main.to)
  const paragraph = paragraphOfLine(view.state.field(linesField), line.number - 1)
  const known = paragraph !== null && lineText(paragraph) === line.text ? paragraph : null
  const offset = view.state.selection.main.to - line.from
  const insertion = timeInsertion(known, line.text, offset, time)
  view.dispatch({
    changes: { from: line.from + insertion.at, insert: insertion.text },
    selection: { anchor: line.from + insertion.caret },
    scrollIntoView: true,
    userEvent: 'input',
  })
  markTime(view, session, { line: line.number - 1, offset: insertion.timeAt, time })
}

function markTime(
  view: EditorView,
  session: TranscriptSession,
  { line, offset, time }: { readonly line: number; readonly offset: number; readonly time: string },
): void {
  const paragraph = paragraphOfLine(view.state.field(linesField), line)
  const word = paragraph?.words[wordIndexAt(paragraph, offset)]
  const { transcript, undo } = session.state
  // Core may have refused the edit, or others may have changed the words.
  if (word?.text.trim() !== time || findWord(transcript, word.id) === null) return
  const id = session.newId()
  const mark = { id: `${id}.0`, kind: 'time' as const, fromWordId: word.id, toWordId: word.id, value: null }
  session.apply([setMarkEdit(transcript, { id, mark })], {
    origin: 'time',
    ...(undo === null ? {} : { stepId: undo.stepId }),
  })
}
