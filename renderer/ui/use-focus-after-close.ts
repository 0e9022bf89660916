import { useEffect } from 'react'

/**
 * While this is open, the focus is in it; afterwards React Aria returns it to where it was. Where that no longer
 * exists, as after a deletion, it goes to the content of the screen instead of being lost.
 */
export function useFocusAfterClose(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return
    return () => {
      // React Aria returns the focus in the next frame.
      requestAnimationFrame(() => requestAnimationFrame(focusContentIfLost))
    }
  }, [isOpen])
}

/** Moves the focus to the content of the screen if what had it was removed. */
export function focusContentIfLost(): void {
  if (document.activeElement === document.body)
    document.getElementById('content')?.focus({ preventScroll: true })
}
