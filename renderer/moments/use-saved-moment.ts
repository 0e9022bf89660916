import { useEffect, useLayoutEffect } from 'react'
import { keepDraft, type MomentStore } from './moment-store.ts'
import type { MomentChanges } from './use-moments.ts'

/** Saves the moment being edited when the recording is left. */
export function useSavedMoment(store: MomentStore, changes: MomentChanges): void {
  useLayoutEffect(
    () => () => {
      keepDraft(store, changes)
    },
    [store, changes],
  )
  useEffect(() => {
    const save = (): void => {
      const written = store.getState().draft?.moment
      if (written !== undefined) changes.set(written)
    }
    window.addEventListener('pagehide', save)
    return () => window.removeEventListener('pagehide', save)
  }, [store, changes])
}
