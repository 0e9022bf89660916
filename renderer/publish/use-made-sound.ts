import { useQuery } from '@tanstack/react-query'
import { useStudio } from '../rpc/studio-context.tsx'

/** The file of sound that a job made; null until it is there (rpc/invalidation.ts: films). */
export function useMadeSound(jobId: string | null) {
  const studio = useStudio()
  const { data } = useQuery({
    queryKey: ['films', 'made', jobId],
    queryFn: ({ signal }) => studio.call('exports.madeSound', { jobId: jobId ?? '' }, { signal }),
    enabled: jobId !== null,
  })
  return data ?? null
}
