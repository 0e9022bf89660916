import { useCallback, useSyncExternalStore } from 'react'
import type { SessionState, TranscriptSession } from '../recording/transcript-session.ts'

/** A part of an open transcript's state; draws again only when that part changes. */
export function useSession<Part>(session: TranscriptSession, part: (state: SessionState) => Part): Part {
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  return useSyncExternalStore(subscribe, () => part(session.state))
}
