import { isAsSaid, type SaidRange, toggleAsSaid } from '#core/reading/as-said-edits'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { EditorStore } from './editor-store.ts'
import { rangeAtCaret } from './range-at-caret.ts'

/**
 * Whether the selection's fillers and numbers are excepted from the choices for captions and exports; null if
 * these do not affect the selection.
 */
export function isSelectionAsSaid(store: EditorStore, session: TranscriptSession): boolean | null {
  const range = rangeAtCaret(store)
  return range === null ? null : isAsSaid(session.state.transcript, range)
}

/**
 * Excepts the fillers and numbers of the selection, or of the word at the caret, or revokes that; one step of
 * undo.
 */
export function toggleAsSaidAtCaret(store: EditorStore, session: TranscriptSession): void {
  const range = rangeAtCaret(store)
  if (range !== null) leaveAsSaid(range, session)
}

/** The same for these words. */
export function leaveAsSaid(range: SaidRange, session: TranscriptSession): void {
  const edits = toggleAsSaid(session.state.transcript, range, () => session.newId())
  if (edits.length > 0) session.apply(edits, { stepId: session.newId() })
}
