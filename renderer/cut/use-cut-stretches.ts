import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { byStart, type CutStretch } from '#core/transcript/cut-reason'
import { useStudio } from '../rpc/studio-context.tsx'
import { type StepSession, useStepChange } from '../session/use-step-change.ts'

const none: readonly CutStretch[] = []

const keyOf = (recordingId: string): readonly string[] => ['cut', 'stretches', recordingId]

/** What is cut of a recording besides words, in order of time; none until they are loaded. */
export function useCutStretches(recordingId: string): readonly CutStretch[] {
  const studio = useStudio()
  const { data = none } = useQuery({
    queryKey: keyOf(recordingId),
    queryFn: ({ signal }): Promise<readonly CutStretch[]> =>
      studio.call('cut.stretches', { recordingId }, { signal }),
  })
  return data
}

/** Finds a row as it is now, which the screen may not show yet; null if it is gone. */
export function useStretchNow(recordingId: string): (id: string) => CutStretch | null {
  const queries = useQueryClient()
  return useCallback(
    (id) =>
      queries.getQueryData<readonly CutStretch[]>(keyOf(recordingId))?.find((stretch) => stretch.id === id) ??
      null,
    [queries, recordingId],
  )
}

export interface CutStretchChange {
  readonly set?: readonly CutStretch[]
  readonly remove?: readonly string[]
}

/** Changes them, as a part of a step of undo; edits of the text with the same step are undone together with it. */
export type ChangeCutStretches = (change: CutStretchChange, stepId: string) => void

export function useCutStretchChanges(recordingId: string, session: StepSession): ChangeCutStretches {
  const studio = useStudio()
  const steps = useStepChange<CutStretch>(recordingId, keyOf(recordingId), session)
  return useMemo(
    () =>
      ({ set = [], remove = [] }, stepId) => {
        if (set.length === 0 && remove.length === 0) return
        const gone = new Set([...remove, ...set.map(({ id }) => id)])
        steps.change(
          (stretches) => [...stretches.filter(({ id }) => !gone.has(id)), ...set].toSorted(byStart),
          () => studio.call('cut.change', { recordingId, set: [...set], remove: [...remove], stepId }),
          { stepId },
        )
      },
    [studio, steps, recordingId],
  )
}
