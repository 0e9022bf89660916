import { useMemo } from 'react'
import type { Difference } from '#core/second-opinion/difference'
import { findDifferences } from '#core/second-opinion/find-differences'
import type { TimeSpan } from '#core/transcript/time-span'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import type { SecondText } from './opinion-queries.ts'
import { useRemovedWords } from '../session/use-removed-words.ts'

const nothing: readonly TimeSpan[] = []

/**
 * The differences between the transcript and a second text that are not settled, in reading order; null without one.
 */
export function useDifferences(
  session: TranscriptSession,
  text: SecondText | null,
  writing: boolean,
): readonly Difference[] | null {
  const transcript = useTranscriptAfterTyping(session)
  const removed = useRemovedWords(session, text?.removed ?? nothing)
  const opinion = text?.opinion ?? null
  return useMemo(
    () =>
      opinion === null
        ? null
        : findDifferences(transcript, opinion, { removed, writing }).filter(({ isKept }) => !isKept),
    [transcript, opinion, removed, writing],
  )
}
