import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { defaultPreferences } from '#contracts/default-preferences'
import type { Preferences } from '#contracts/preferences'
import { queryKeys } from './query-keys.ts'
import { useStudio } from './studio-context.tsx'

/** The user's preferences; the defaults until they are loaded. */
export function usePreferences(): Preferences {
  return usePreferencesQuery().data ?? defaultPreferences
}

/** Reads the current preferences, for code that runs after a component is unmounted. */
export function useReadPreferences(): () => Preferences {
  const queries = useQueryClient()
  return () => queries.getQueryData<Preferences>(queryKeys.preferences) ?? defaultPreferences
}

export function usePreferencesQuery() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.preferences,
    queryFn: ({ signal }) => studio.call('program.preferences', {}, { signal }),
  })
}

/**
 * Changes preferences, first in the cache, then in the library. A group (`playback`, `keys`, `job`) is replaced as a
 * whole: the studio fills in defaults for what is missing.
 */
export function useSetPreferences() {
  const studio = useStudio()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (patch: Partial<Preferences>) => studio.call('program.setPreferences', patch),
    onMutate: async (patch) => {
      await queries.cancelQueries({ queryKey: queryKeys.preferences })
      const before = queries.getQueryData<Preferences>(queryKeys.preferences)
      queries.setQueryData<Preferences>(queryKeys.preferences, {
        ...(before ?? defaultPreferences),
        ...patch,
      })
      return { before }
    },
    onError: (_error, _patch, context) => {
      const before = context?.before
      if (before !== undefined) queries.setQueryData(queryKeys.preferences, before)
      // They were not read yet, so there is no data to revert to.
      else void queries.resetQueries({ queryKey: queryKeys.preferences })
    },
    onSuccess: (saved) => queries.setQueryData(queryKeys.preferences, saved),
  })
}
