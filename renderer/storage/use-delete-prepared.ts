import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RecordingStorage } from '#contracts/calls/room'
import { CallFailed } from '../rpc/call-failed.ts'
import { queryKeys } from '../rpc/query-keys.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'

type Prepared = Pick<RecordingStorage, 'recordingId' | 'preparedBytes'>

/** Deletes prepared audio, recording by recording, and reports how much. */
export function useDeletePrepared(): {
  readonly deletePrepared: (recordings: readonly Prepared[]) => void
  readonly isPending: boolean
} {
  const studio = useStudio()
  const queries = useQueryClient()
  const say = useSay()
  const language = useLanguage()
  const [isPending, setPending] = useState(false)
  const run = async (recordings: readonly Prepared[]): Promise<void> => {
    let freed = 0
    let kept = 0
    for (const { recordingId, preparedBytes } of recordings) {
      try {
        await studio.call('room.deletePrepared', { recordingId })
        freed += preparedBytes
      } catch (error) {
        const isInUse = error instanceof CallFailed && error.error.code === 'sound.in-use'
        // For a single one the error is shown; with several, the others continue.
        if (!isInUse || recordings.length === 1) throw error
        kept += 1
      }
    }
    const size = formatBytes(freed, language)
    toast.show({ text: say(kept === 0 ? 'storage.prepared.deleted' : 'storage.prepared.some', { size }) })
  }
  return {
    isPending,
    deletePrepared: (recordings) => {
      setPending(true)
      run(recordings)
        .catch((error: unknown) => toastError(error, language))
        .finally(() => {
          setPending(false)
          void queries.invalidateQueries({ queryKey: queryKeys.storageOverview })
        })
    },
  }
}
