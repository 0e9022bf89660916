import { useEffect } from 'react'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useCaptionNames } from './use-caption-names.ts'
import { type CaptionedRecording, cueStoreOf } from './use-cues.ts'

/**
 * Generates the captions of an open transcript once while the page is idle, so that they are ready when first
 * shown. Not for one that is still growing.
 */
export function usePreparedCues(
  session: TranscriptSession,
  recording: CaptionedRecording,
  isGrowing: boolean,
): void {
  const names = useCaptionNames(session)
  useEffect(
    () => (isGrowing ? undefined : cueStoreOf(session, recording, names).prepare()),
    [session, recording, names, isGrowing],
  )
}
