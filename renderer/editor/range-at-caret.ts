import type { EditorStore } from './editor-store.ts'

/** The selected words, or the one at the caret; null if there are none. */
export function rangeAtCaret(
  store: EditorStore,
): { readonly fromWordId: string; readonly toWordId: string } | null {
  const { range, touchedWordId, wordId } = store.getState().selection
  const at = touchedWordId ?? wordId
  return range ?? (at === null ? null : { fromWordId: at, toWordId: at })
}
