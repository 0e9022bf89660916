import { showWords } from '#core/captions/edits/hide-words'
import { leftOutIds } from '#core/captions/words/left-out-words'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { EditorStore } from './editor-store.ts'
import { rangeAtCaret } from './range-at-caret.ts'

/** Whether captions omit the first or last word of the selection. */
export function isSelectionLeftOut(store: EditorStore, session: TranscriptSession): boolean {
  const range = rangeAtCaret(store)
  if (range === null) return false
  const ids = leftOutIds(session.state.transcript)
  return ids.has(range.fromWordId) || ids.has(range.toWordId)
}

/** Shows the selected words in captions again; one step of undo. */
export function showSelectionInCaptions(store: EditorStore, session: TranscriptSession): void {
  const range = rangeAtCaret(store)
  if (range === null) return
  const context = { transcript: session.state.transcript, newId: () => session.newId() }
  const edits = showWords(context, range.fromWordId, range.toWordId)
  if (edits.length > 0) session.apply(edits, { stepId: session.newId() })
}
