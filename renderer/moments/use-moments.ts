import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { byTime, type Moment } from '#core/moments/moment'
import { queryKeys } from '../rpc/queries.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage } from '../ui/words.tsx'

const none: readonly Moment[] = []

/** The moments of a recording, in order of time; none until they are loaded. */
export function useMoments(recordingId: string): readonly Moment[] {
  const studio = useStudio()
  const { data = none } = useQuery({
    queryKey: queryKeys.moments(recordingId),
    queryFn: ({ signal }): Promise<readonly Moment[]> =>
      studio.call('moments.list', { recordingId }, { signal }),
  })
  return data
}

export interface MomentChanges {
  readonly set: (moment: Moment) => void
  readonly remove: (moment: Moment) => void
}

/** Changes are shown at once; one that fails is told and taken back. */
export function useMomentChanges(recordingId: string): MomentChanges {
  const studio = useStudio()
  const queries = useQueryClient()
  const language = useLanguage()
  return useMemo(() => {
    const queryKey = queryKeys.moments(recordingId)
    const change = (by: (moments: readonly Moment[]) => readonly Moment[], call: () => Promise<object>) => {
      const run = async (): Promise<void> => {
        // An answer that is on its way does not know of the change.
        await queries.cancelQueries({ queryKey })
        queries.setQueryData<readonly Moment[]>(queryKey, (moments = none) => by(moments))
        try {
          await call()
        } finally {
          await queries.invalidateQueries({ queryKey })
        }
      }
      run().catch((error: unknown) => toastError(error, language))
    }
    return {
      set: (moment) =>
        change(
          (moments) => [...moments.filter(({ id }) => id !== moment.id), moment].toSorted(byTime),
          () => studio.call('moments.set', { recordingId, moment }),
        ),
      remove: ({ id: momentId }) =>
        change(
          (moments) => moments.filter(({ id }) => id !== momentId),
          () => studio.call('moments.remove', { recordingId, momentId }),
        ),
    }
  }, [studio, queries, recordingId, language])
}
