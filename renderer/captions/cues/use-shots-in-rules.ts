import { useEffect } from 'react'
import type { OpenRecording } from '../../rpc/open-recording.ts'
import { useKnownShots } from '../../rpc/recording-queries.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { judgeByShots } from './use-cues.ts'

/** Judges the captions of an open transcript by the shots of its video, once these are known. */
export function useShotsInRules(
  session: TranscriptSession,
  { id, hasVideo }: Pick<OpenRecording, 'id' | 'hasVideo'>,
): void {
  const timesMs = useKnownShots(id, hasVideo).data?.timesMs
  useEffect(() => {
    if (timesMs) judgeByShots(session, timesMs)
  }, [session, timesMs])
}
