import { useQuery } from '@tanstack/react-query'
import type { TimeSpan } from '#core/transcript/time-span'
import { useStudio } from '../../rpc/studio-context.tsx'
import { useRemovedWords } from '../../session/use-removed-words.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'

const none: readonly TimeSpan[] = []

/** Times of recognized words that a person deleted from the text; null until they are known. */
export function useDeletedTimes(session: TranscriptSession): readonly TimeSpan[] | null {
  const studio = useStudio()
  const { transcriptId } = session
  const { data = null } = useQuery({
    queryKey: ['deleted-times', transcriptId],
    gcTime: 0,
    queryFn: async ({ signal }): Promise<readonly TimeSpan[]> => {
      // The studio knows of what it has stored.
      await session.flush()
      return studio.call('cut.deleted', { transcriptId }, { signal })
    },
  })
  const deleted = useRemovedWords(session, data ?? none)
  return data === null ? null : deleted
}
