import { useQueries, useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#contracts/calls/calls'
import type { ListedLibrary } from '#contracts/calls/libraries'
import { queryKeys } from '../../rpc/query-keys.ts'
import { SEARCH_LIMIT } from '../../rpc/recording-queries.ts'
import { useStudio } from '../../rpc/studio-context.tsx'

/** The open library, those searched with it, and whether they can be. */
export function useLibraries() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.libraries,
    queryFn: ({ signal }) => studio.call('libraries.list', {}, { signal }),
    // Drives are connected and disconnected without an event.
    staleTime: 0,
  })
}

export interface SearchedLibrary {
  readonly library: ListedLibrary
  /** Undefined while it is being searched, and if it cannot be. */
  readonly found: CallOutput<'libraries.search'> | undefined
  readonly error: Error | null
  readonly isPending: boolean
}

/** Results for the words in each of the listed libraries; each arrives separately. */
export function useSearchElsewhere(words: string): readonly SearchedLibrary[] {
  const studio = useStudio()
  const listed = useLibraries().data?.listed ?? []
  const answers = useQueries({
    queries: listed.map(({ id }) => ({
      queryKey: queryKeys.searchOther(id, words),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        studio.call('libraries.search', { id, words, limit: SEARCH_LIMIT }, { signal }),
      enabled: words !== '',
      // Their changes are not reported.
      staleTime: 0,
    })),
  })
  return listed.map((library, place) => {
    const answer = answers[place]
    return {
      library,
      found: answer?.data,
      error: answer?.error ?? null,
      isPending: words !== '' && (answer?.isPending ?? true),
    }
  })
}
