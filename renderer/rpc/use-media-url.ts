import { useEffect, useState } from 'react'
import type { MediaKind } from '#contracts/wire'
import { useConnection, useHost } from './studio-context.tsx'

/** URL of a recording's sound, original or peaks; null until it is known, and for a null id. */
export function useMediaUrl(recordingId: string | null, kind: MediaKind): string | null {
  const host = useHost()
  const isConnected = useConnection() === 'connected'
  const [known, setKnown] = useState<{ readonly recordingId: string; readonly url: string } | null>(null)
  const url = known !== null && known.recordingId === recordingId ? known.url : null
  useEffect(() => {
    // A known one stays valid after a lost connection.
    if (recordingId === null || url !== null || !isConnected) return undefined
    let isGone = false
    host.mediaUrl(recordingId, kind).then(
      (found) => {
        if (!isGone) setKnown({ recordingId, url: found })
      },
      (error: unknown) => {
        // Requested again once the connection is back.
        if (!(error instanceof TypeError)) throw error
      },
    )
    return () => {
      isGone = true
    }
  }, [host, recordingId, kind, url, isConnected])
  return url
}
