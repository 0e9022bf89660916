import { isAsSaid, toggleAsSaid } from '#core/reading/as-said-edits'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { EditorStore } from './editor-store.ts'
import { rangeAtCaret } from './range-at-caret.ts'

/**
 * Whether the fillers and numbers of the selection are excepted from what captions and exports do with them; null where
 * they do nothing with it.
 */
export function isSelectionAsSaid(store: EditorStore, session: TranscriptSession): boolean | null {
  const range = rangeAtCaret(store)
  return range === null ? null : isAsSaid(session.state.transcript, range)
}

/** Excepts the fillers and numbers of the selection, or of the word at the caret, or no longer; one step of undo. */
export function toggleAsSaidAtCaret(store: EditorStore, session: TranscriptSession): void {
  const range = rangeAtCaret(store)
  const edits = range === null ? [] : toggleAsSaid(session.state.transcript, range, () => session.newId())
  if (edits.length > 0) session.apply(edits, { stepId: session.newId() })
}
