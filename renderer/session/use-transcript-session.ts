import { useEffect, useLayoutEffect, useState } from 'react'
import { useStudio } from '../rpc/studio-context.tsx'
import { openSession, type OpenSession } from './open-session.ts'

export interface SessionOpening {
  readonly session: OpenSession | null
  readonly error: unknown
}

const opening: SessionOpening = { session: null, error: null }

/** Opens a transcript while the page shows it; unsent edits are still sent after it closes. */
export function useTranscriptSession(
  transcriptId: string | null,
  durationMs: number | null,
): SessionOpening & { readonly retry: () => void } {
  const studio = useStudio()
  const [opened, setOpened] = useState<SessionOpening>(opening)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (transcriptId === null) return undefined
    let session: OpenSession | null = null
    let isGone = false
    openSession(studio, transcriptId).then(
      (made) => {
        if (isGone) made.close()
        else {
          session = made
          setOpened({ session: made, error: null })
        }
      },
      (error: unknown) => {
        if (!isGone) setOpened({ session: null, error })
      },
    )
    return () => {
      isGone = true
      session?.close()
      setOpened(opening)
    }
  }, [studio, transcriptId, tries])
  const { session } = opened
  // The duration becomes known while the page is open; opening the session again would close its dialogs.
  useLayoutEffect(() => session?.setDuration(durationMs), [session, durationMs])
  return { ...opened, retry: () => setTries(tries + 1) }
}
