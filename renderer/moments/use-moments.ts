import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Moment } from '#core/moments/moment'
import { queryKeys } from '../rpc/queries.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { useListChange } from '../lists/use-list-change.ts'
import { withItem } from '#core/moments/with-item'

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
  const change = useListChange<Moment>(queryKeys.moments(recordingId))
  return useMemo(
    () => ({
      set: (moment) =>
        change(
          (moments) => withItem(moments, moment),
          () => studio.call('moments.set', { recordingId, moment }),
        ),
      remove: ({ id: momentId }) =>
        change(
          (moments) => moments.filter(({ id }) => id !== momentId),
          () => studio.call('moments.remove', { recordingId, momentId }),
        ),
    }),
    [studio, change, recordingId],
  )
}
