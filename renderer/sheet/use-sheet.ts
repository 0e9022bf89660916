import { useQuery } from '@tanstack/react-query'
import { queryKeys } from '../rpc/query-keys.ts'
import { useStudio } from '../rpc/studio-context.tsx'

/** How a transcript was made: models, time, energy. */
export function useSheet(transcriptId: string) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.sheet(transcriptId),
    queryFn: ({ signal }) => studio.call('transcripts.sheet', { transcriptId }, { signal }),
    staleTime: 0,
  })
}
