import { useMemo } from 'react'
import { type ListedComment, listedComments } from '#core/comments/listed-comments'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'

/** All comments in the order of their words. */
export function useComments(session: TranscriptSession): readonly ListedComment[] {
  const transcript = useTranscriptAfterTyping(session)
  return useMemo(() => listedComments(transcript), [transcript])
}
