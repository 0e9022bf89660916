import { useQuery } from '@tanstack/react-query'
import { queryKeys } from './query-keys.ts'
import { useStudio } from './studio-context.tsx'

/** All jobs with current progress: `RecordingCard.job` may be older. */
export function useJobs() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.jobs,
    queryFn: ({ signal }) => studio.call('jobs.list', {}, { signal }),
  })
}

export function useModels() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.models,
    queryFn: ({ signal }) => studio.call('models.list', {}, { signal }),
  })
}

/** Added models that are damaged or made by a newer program. */
export function useUnreadableModels() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.unreadableModels,
    queryFn: ({ signal }) => studio.call('models.unreadable', {}, { signal }),
  })
}

export function useProgramInfo() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.program,
    queryFn: ({ signal }) => studio.call('program.info', {}, { signal }),
    staleTime: 0,
  })
}

/** The energy that tasks used, and what an hour of sound cost here with each model; fetched each time. */
export function useEnergy() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.energy,
    queryFn: ({ signal }) => studio.call('program.energy', {}, { signal }),
    staleTime: 0,
  })
}
