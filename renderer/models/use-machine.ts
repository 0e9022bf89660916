import { useQuery } from '@tanstack/react-query'
import { useStudio } from '../rpc/studio-context.tsx'

/** What this computer has for models; its free disk changes, so it is asked for anew each time. */
export function useMachine() {
  const studio = useStudio()
  return useQuery({
    queryKey: ['machine'],
    queryFn: ({ signal }) => studio.call('models.machine', {}, { signal }),
    staleTime: 0,
  })
}
