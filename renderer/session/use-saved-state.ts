import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { OpenSession } from './open-session.ts'
import type { SavedState } from './transcript-session.ts'

/** "Saved" is shown only after this long, as it would flicker between keystrokes. */
const LASTING_MS = 400

/** The saved state: "saved" appears once typing pauses, "not saved" immediately. */
export function useSavedState(session: OpenSession): SavedState {
  // Not after the frame, as a change must never be shown next to "saved".
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  const saved = useSyncExternalStore(subscribe, () => session.state.saved)
  const [said, setSaid] = useState(saved)
  useEffect(() => {
    const timer = setTimeout(() => setSaid(saved), saved === 'saved' ? LASTING_MS : 0)
    return () => clearTimeout(timer)
  }, [saved])
  return saved === 'saved' ? said : saved
}
