import { useEffect, useState } from 'react'
import { useSession } from './use-session.ts'
import type { OpenSession } from './open-session.ts'
import type { SavedState } from './transcript-session.ts'

/** What was saved for so long is said to be: between two keys it would flicker. */
const LASTING_MS = 400

/** Whether all is saved, said once typing pauses; that something is not, at once. */
export function useSavedState(session: OpenSession): SavedState {
  const saved = useSession(session, (state) => state.saved)
  const [said, setSaid] = useState(saved)
  useEffect(() => {
    const timer = setTimeout(() => setSaid(saved), saved === 'saved' ? LASTING_MS : 0)
    return () => clearTimeout(timer)
  }, [saved])
  return saved === 'saved' ? said : saved
}
