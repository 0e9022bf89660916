import { useQuery } from '@tanstack/react-query'
import { useStudio } from './studio-context.tsx'

const NOBODY: readonly string[] = []

/**
 * Names of the hosts and guests of an episode, as its feed gives them; empty for other recordings and until known.
 * Invalidated by `podcasts-changed` (invalidation.ts).
 */
export function useFeedPeople(recordingId: string | undefined): readonly string[] {
  const studio = useStudio()
  const { data } = useQuery({
    queryKey: ['podcasts', 'source', recordingId],
    queryFn: ({ signal }) => studio.call('podcasts.source', { recordingId: recordingId ?? '' }, { signal }),
    enabled: recordingId !== undefined,
  })
  return data?.people ?? NOBODY
}
