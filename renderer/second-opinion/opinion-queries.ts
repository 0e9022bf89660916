import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OpinionCard } from '#contracts/calls/opinions'
import type { Opinion } from '#core/second-opinion/opinion'
import { type StoredOpinion, unpackOpinion } from '#core/second-opinion/stored-opinion'
import type { TimeSpan } from '#core/transcript/time-span'
import type { ComparedText } from '../editor/editor-store.ts'
import { queryKeys } from '../rpc/query-keys.ts'
import { useStudio } from '../rpc/studio-context.tsx'

/** Second texts of a transcript, newest last. */
export function useOpinions(transcriptId: string): readonly OpinionCard[] | undefined {
  const studio = useStudio()
  const { data } = useQuery({
    queryKey: queryKeys.opinions(transcriptId),
    queryFn: ({ signal }) => studio.call('opinions.list', { transcriptId }, { signal }),
  })
  return data
}

export interface SecondText {
  readonly opinion: Opinion
  /** Times of words that a person removed from the transcript. */
  readonly removed: readonly TimeSpan[]
}

/** A second text; null while it is being made, undefined while it is fetched, or without one. */
export function useSecondText(transcriptId: string, compared: ComparedText | null) {
  const studio = useStudio()
  const query = useQuery({
    queryKey:
      compared?.kind === 'transcript'
        ? queryKeys.comparison(transcriptId, compared.transcriptId)
        : queryKeys.opinion(compared?.jobId ?? ''),
    queryFn:
      compared === null
        ? skipToken
        : ({ signal }) =>
            compared.kind === 'job'
              ? studio.call('opinions.get', { jobId: compared.jobId }, { signal })
              : studio.call(
                  'transcripts.compare',
                  { transcriptId, otherId: compared.transcriptId },
                  { signal },
                ),
    staleTime: 0,
  })
  const { data } = query
  const text = useMemo((): SecondText | null | undefined => {
    if (data === undefined || data === null) return data
    return { opinion: unpackOpinion(JSON.parse(data.opinion) as StoredOpinion), removed: data.removed }
  }, [data])
  return { text, error: query.error }
}
