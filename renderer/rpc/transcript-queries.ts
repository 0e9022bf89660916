import { useQuery } from '@tanstack/react-query'
import { queryKeys } from './query-keys.ts'
import { useStudio } from './studio-context.tsx'

/**
 * Marks that can be carried over between another transcript of the recording and this one; searched for each
 * time.
 */
export function useMarkOffer(transcriptId: string, wanted: boolean) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.markOffer(transcriptId),
    queryFn: ({ signal }) => studio.call('transcripts.markOffer', { transcriptId }, { signal }),
    enabled: wanted,
    staleTime: 0,
  })
}

/** The transcript whose words gave an aligned text its times; null if there is none. */
export function useRecognized(transcriptId: string, wanted: boolean) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.recognized(transcriptId),
    queryFn: async ({ signal }) => {
      const { transcriptId: id } = await studio.call('transcripts.recognized', { transcriptId }, { signal })
      return id === null ? null : studio.call('transcripts.get', { transcriptId: id }, { signal })
    },
    enabled: wanted,
    staleTime: 0,
  })
}

/** How a transcript was made: models, time, energy. */
export function useSheet(transcriptId: string) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.sheet(transcriptId),
    queryFn: ({ signal }) => studio.call('transcripts.sheet', { transcriptId }, { signal }),
    staleTime: 0,
  })
}
