import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { ReviewEvidence } from '#core/speaker-review/questions'
import { queryKeys } from '../rpc/queries.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useSession } from '../session/use-session.ts'

/**
 * How similar the speakers' voices are to what is said; null if unknown, undefined while it is fetched.
 * Fetched again when turns change.
 */
export function useReviewEvidence(session: TranscriptSession): {
  readonly evidence: ReviewEvidence | null | undefined
  readonly error: Error | null
  readonly isFetching: boolean
} {
  const studio = useStudio()
  const turns = useSession(session, (state) => state.transcript.turns)
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: queryKeys.voices(session.transcriptId),
    queryFn: async ({ signal }) => {
      // The studio compares with the speakers that it has stored.
      await session.flush()
      return studio.call('transcripts.voices', { transcriptId: session.transcriptId }, { signal })
    },
    staleTime: 0,
    // Results from before the panel was closed are for outdated turns.
    gcTime: 0,
  })
  const compared = useRef(turns)
  useEffect(() => {
    if (compared.current === turns) return
    compared.current = turns
    void refetch()
  }, [turns, refetch])
  const evidence = useMemo(() => {
    if (data === undefined || data.voices === null) return data === undefined ? undefined : null
    return JSON.parse(data.voices) as ReviewEvidence
  }, [data])
  return { evidence, error, isFetching }
}
