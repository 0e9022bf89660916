import { useMemo, useSyncExternalStore } from 'react'
import type { SessionState, TranscriptSession } from './transcript-session.ts'
import { notifiedAfterFrame } from '../ui/after-frame.ts'

/** A part of a session's state; renders only when that part changes, after the keystroke that changed it was drawn. */
export function useSession<Session extends TranscriptSession, Part>(
  session: Session,
  part: (state: SessionState, session: Session) => Part,
): Part {
  const subscribe = useMemo(() => notifiedAfterFrame((listener) => session.subscribe(listener)), [session])
  return useSyncExternalStore(subscribe, () => part(session.state, session))
}
