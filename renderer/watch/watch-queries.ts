import { useQuery } from '@tanstack/react-query'
import { useStudio } from '../rpc/studio-context.tsx'

/** Invalidated by `watch-changed` (rpc/invalidation.ts). */
export function useWatchedFolders() {
  const studio = useStudio()
  return useQuery({
    queryKey: ['watch', 'list'],
    queryFn: ({ signal }) => studio.call('watch.list', {}, { signal }),
  })
}
