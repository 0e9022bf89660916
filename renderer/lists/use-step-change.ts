import { useMemo } from 'react'
import { useStudio } from '../rpc/studio-context.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useListChange } from './use-list-change.ts'

/** The text that is open beside the list, whose edits are undone in one order with it. */
export type StepSession = Pick<TranscriptSession, 'newId' | 'inOrder'>

export interface StepChanges<Item> {
  /**
   * Changes the list that is shown and asks the studio for the same, after the edits of the text made before. `stepId`:
   * changes with the same one, one after another, are undone together. @returns the step
   */
  change(
    by: (items: readonly Item[]) => readonly Item[],
    call: (stepId: string) => Promise<object>,
    stepId?: string,
  ): string
  /** Undoes a step, also where others followed it. */
  takeBack(stepId: string): void
}

/** Changes of the moments of a recording, or of its chapters, as steps of undo; one that fails is told and taken back. */
export function useStepChange<Item>(
  recordingId: string,
  queryKey: readonly string[],
  session: StepSession | null,
): StepChanges<Item> {
  const studio = useStudio()
  const change = useListChange<Item>(queryKey)
  return useMemo(() => {
    const inOrder = async (call: () => Promise<object>): Promise<object> => {
      if (session === null) return call()
      await session.inOrder(call)
      return {}
    }
    return {
      change(by, call, stepId = session?.newId() ?? crypto.randomUUID()) {
        void change(by, () => inOrder(() => call(stepId)))
        return stepId
      },
      takeBack(stepId) {
        const call = (): Promise<object> => studio.call('moments.takeBack', { recordingId, stepId })
        void change(
          (items) => items,
          () => inOrder(call),
        )
      },
    }
  }, [studio, change, recordingId, session])
}
