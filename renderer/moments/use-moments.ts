import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Moment } from '#core/moments/moment'
import { queryKeys } from '../rpc/query-keys.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { type StepSession, useStepChange } from '../session/use-step-change.ts'
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

/** Each change is a step of undo, which is returned. */
export interface MomentChanges {
  /** `onFailed`: after the error was shown. */
  set(moment: Moment, onFailed?: () => void): string
  remove(moment: Moment): string
  /** Undoes a step, even if others followed it. */
  takeBack(stepId: string): void
}

/** `session`: the open text next to them, which shares one undo order with them. */
export function useMomentChanges(recordingId: string, session: StepSession | null): MomentChanges {
  const studio = useStudio()
  const steps = useStepChange<Moment>(recordingId, queryKeys.moments(recordingId), session)
  return useMemo(
    () => ({
      set: (moment, onFailed) =>
        steps.change(
          (moments) => withItem(moments, moment),
          (stepId) => studio.call('moments.set', { recordingId, moment, stepId }),
          { onFailed },
        ),
      remove: ({ id: momentId }) =>
        steps.change(
          (moments) => moments.filter(({ id }) => id !== momentId),
          (stepId) => studio.call('moments.remove', { recordingId, momentId, stepId }),
        ),
      takeBack: (stepId) => steps.takeBack(stepId),
    }),
    [studio, steps, recordingId],
  )
}
