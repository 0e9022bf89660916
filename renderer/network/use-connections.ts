import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { queryKeys } from '../rpc/query-keys.ts'
import { useStudio } from '../rpc/studio-context.tsx'

/** The newest connections to other computers, of the whole program or for one recording. */
export function useConnections(limit: number, recordingId: string | null = null) {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.connections(recordingId, limit),
    queryFn: ({ signal }) =>
      studio.call('network.list', { limit, ...(recordingId === null ? {} : { recordingId }) }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}
