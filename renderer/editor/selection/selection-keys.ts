import type { TranscriptSession } from '../../session/transcript-session.ts'
import { askAgainAtCaret } from './ask-again.ts'
import { toggleAsSaidAtCaret } from '../as-said.ts'
import type { Say } from '../../ui/words.tsx'
import type { EditorStore } from '../editor-store.ts'
import { redactAtCaret } from '../surface/redact.ts'

/** Actions of keys for the selection, or for the word at the caret, equal to those of the selection bar. */
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
