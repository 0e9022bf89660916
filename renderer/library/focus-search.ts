/** Lets the key of search reach the field in the bar, which stands on whatever screen. */
const listeners = new Set<() => void>()

export function onFocusSearch(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** False where no field of search is on the screen. */
export function focusSearch(): boolean {
  for (const listener of listeners) listener()
  return listeners.size > 0
}
