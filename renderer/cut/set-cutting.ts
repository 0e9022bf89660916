import type { TimeSpan } from '#core/transcript/time-span'
import type { EditorStore } from '../editor/editor-store.ts'

/** Text that waits to be stored is stored before words are struck. */
export function setCutting(store: EditorStore, isCutting: boolean): void {
  store.getState().surface?.commitAll()
  store.setState({ isCutting })
}

/** Plays what is kept of a span; the mode Cut, in which that can be heard and edges be moved, begins with it. */
export function playInCut(store: EditorStore, span: TimeSpan): void {
  if (!store.getState().isCutting) setCutting(store, true)
  store.setState({ toPlay: span })
}
