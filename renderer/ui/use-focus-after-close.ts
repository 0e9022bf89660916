import { useEffect } from 'react'
import { lastFocused } from './last-focused.ts'

/**
 * While this is open, the focus is in it; afterwards it returns to where it was on the screen. React Aria returns it
 * too, but loses it when a dialog was opened from a menu that was still closing. Where that no longer exists, as after a
 * deletion, it goes to the content of the screen.
 */
export function useFocusAfterClose(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return
    const before = lastFocused()
    return () => {
      // React Aria returns the focus in the next frame.
      requestAnimationFrame(() => requestAnimationFrame(() => returnFocus(before)))
    }
  }, [isOpen])
}

function returnFocus(before: HTMLElement | null): void {
  if (document.activeElement !== document.body) return
  if (before?.isConnected === true) before.focus({ preventScroll: true })
  focusContentIfLost()
}

/** Moves the focus to the content of the screen if what had it was removed. */
export function focusContentIfLost(): void {
  if (document.activeElement === document.body)
    document.getElementById('content')?.focus({ preventScroll: true })
}
