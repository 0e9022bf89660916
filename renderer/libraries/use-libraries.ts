import { useQueries, useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#contracts/calls/calls'
import type { ListedLibrary } from '#contracts/calls/libraries'
import { queryKeys, SEARCH_LIMIT } from '../rpc/queries.ts'
import { useStudio } from '../rpc/studio-context.tsx'

/** The open library, those that are searched beside it, and whether they can be. */
export function useLibraries() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.libraries,
    queryFn: ({ signal }) => studio.call('libraries.list', {}, { signal }),
    // Drives are connected and taken away without a word.
    staleTime: 0,
  })
}

export interface SearchedLibrary {
  readonly library: ListedLibrary
  /** Undefined while it is searched, and where it cannot be. */
  readonly found: CallOutput<'libraries.search'> | undefined
  readonly error: Error | null
  readonly isPending: boolean
}

/** What each of the listed libraries has of the words; each answers by itself. */
export function useSearchElsewhere(words: string): readonly SearchedLibrary[] {
  const studio = useStudio()
  const listed = useLibraries().data?.listed ?? []
  const answers = useQueries({
    queries: listed.map(({ id }) => ({
      queryKey: queryKeys.searchOther(id, words),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        studio.call('libraries.search', { id, words, limit: SEARCH_LIMIT }, { signal }),
      enabled: words !== '',
      // Their changes are not told.
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
