import { useQuery } from '@tanstack/react-query'
import { useStudio } from '../rpc/studio-context.tsx'

/** This computer's resources for models; free disk space changes, so it is fetched each time. */
export function useMachine() {
  const studio = useStudio()
  return useQuery({
    queryKey: ['machine'],
    queryFn: ({ signal }) => studio.call('models.machine', {}, { signal }),
    staleTime: 0,
  })
}
