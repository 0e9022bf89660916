import { useMemo } from 'react'
import { useStudio } from '../rpc/studio-context.tsx'
import type { TranscriptSession } from './transcript-session.ts'
import { useListChange } from './use-list-change.ts'

/** The open text next to the list, whose edits share one undo order with it. */
export type StepSession = Pick<TranscriptSession, 'newId' | 'inOrder'>

export interface StepChanges<Item> {
  /**
   * Changes the displayed list and requests the same from the studio, after earlier edits of the text.
   * `stepId`: consecutive changes with the same one are undone together; `onFailed` is called after the error was
   * shown. @returns the step
   */
  change(
    by: (items: readonly Item[]) => readonly Item[],
    call: (stepId: string) => Promise<object>,
    options?: { readonly stepId?: string | undefined; readonly onFailed?: (() => void) | undefined },
  ): string
  /** Undoes a step, even if others followed it. */
  takeBack(stepId: string): void
}

/**
 * Changes to the moments of a recording, or to its chapters, as steps of undo; one that fails is reported and
 * reverted.
 */
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
      change(by, call, { stepId = session?.newId() ?? crypto.randomUUID(), onFailed } = {}) {
        void change(by, () => inOrder(() => call(stepId))).then((isDone) => {
          if (!isDone) onFailed?.()
        })
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
