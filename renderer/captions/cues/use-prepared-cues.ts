import { useEffect } from 'react'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useCaptionNames } from './use-caption-names.ts'
import { cueStoreOf } from './use-cues.ts'

/**
 * Generates the captions of an open transcript once while the page is idle, so that they are ready when first
 * shown. Not for one that is still growing.
 */
export function usePreparedCues(session: TranscriptSession, durationMs: number, isGrowing: boolean): void {
  const names = useCaptionNames(session)
  useEffect(
    () => (isGrowing ? undefined : cueStoreOf(session, durationMs, names).prepare()),
    [session, durationMs, names, isGrowing],
  )
}
