import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#contracts/calls/calls'
import { queryKeys } from '../rpc/query-keys.ts'
import { useStudio } from '../rpc/studio-context.tsx'

const none: CallOutput<'cut.checkedJoins'> = []

/** What is wrong at joins that were recognized again; none until it is loaded. */
export function useCheckedJoins(transcriptId: string, isAsked: boolean): CallOutput<'cut.checkedJoins'> {
  const studio = useStudio()
  const { data = none } = useQuery({
    queryKey: queryKeys.checkedJoins(transcriptId),
    queryFn: ({ signal }) => studio.call('cut.checkedJoins', { transcriptId }, { signal }),
    enabled: isAsked,
  })
  return data
}
