import type { TranscriptSession } from '../../session/transcript-session.ts'
import { askAgainAtCaret } from '../again/ask-again.ts'
import { toggleAsSaidAtCaret } from '../as-said.ts'
import type { Say } from '../../ui/words.tsx'
import type { EditorStore } from '../editor-store.ts'
import { redactAtCaret } from '../redaction/redact.ts'

/** What keys do with the selection, or with the word at the caret, as the bar beside the selection does. */
export function selectionKeys(
  store: EditorStore,
  session: TranscriptSession,
  say: Say,
): Readonly<Record<'run-again' | 'redact' | 'as-said', () => void>> {
  return {
    'run-again': () => askAgainAtCaret(store, session.state.transcript),
    redact: () => redactAtCaret(store, session, say),
    'as-said': () => toggleAsSaidAtCaret(store, session),
  }
}
