import { useEffect } from 'react'
import type { OpenRecording } from '../../rpc/open-recording.ts'
import { useConnection, useStudio } from '../../rpc/studio-context.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { useLanguage } from '../../ui/words.tsx'

/** Prepares the sound again if it was decoded before and is no longer in the cache. */
export function usePreparedSound({ id, playable, missing, durationMs, job }: OpenRecording): void {
  const studio = useStudio()
  const language = useLanguage()
  const isConnected = useConnection() === 'connected'
  const isUnderWay = job !== null && ['queued', 'running', 'paused'].includes(job.state)
  const isLost = durationMs !== null && !playable && !missing && !isUnderWay
  useEffect(() => {
    if (!isLost || !isConnected) return
    studio
      .call('recordings.prepareSound', { recordingId: id })
      .catch((error: unknown) => toastError(error, language))
    // Requested once; the language only affects error messages.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [studio, id, isLost, isConnected])
}
