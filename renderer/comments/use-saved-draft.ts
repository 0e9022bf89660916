import { useEffect, useLayoutEffect } from 'react'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage } from '../ui/words.tsx'
import { type CommentStore, saveDraft } from './comment-store.ts'

/** Saves the comment being written when the recording is left. */
export function useSavedDraft(store: CommentStore, session: TranscriptSession): void {
  const language = useLanguage()
  // Runs before the session is closed, which happens in an effect.
  useLayoutEffect(
    () => () => {
      try {
        saveDraft(store, session)
      } catch (error) {
        toastError(error, language)
      }
    },
    [store, session, language],
  )
  useEffect(() => {
    const save = (): void => saveDraft(store, session)
    window.addEventListener('pagehide', save)
    return () => window.removeEventListener('pagehide', save)
  }, [store, session])
}
