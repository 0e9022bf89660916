/** Connects the search key to the search field in the bar, on every screen that has one. */
const listeners = new Set<() => void>()

export function onFocusSearch(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Returns false if there is no search field on the screen. */
export function focusSearch(): boolean {
  for (const listener of listeners) listener()
  return listeners.size > 0
}
