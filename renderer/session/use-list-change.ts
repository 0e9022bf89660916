import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage } from '../ui/words.tsx'

/**
 * Changes the displayed list, and requests the same from the studio; false if it failed; the error was shown.
 */
export type ChangeList<Item> = (
  by: (items: readonly Item[]) => readonly Item[],
  call: () => Promise<object>,
) => Promise<boolean>

/** Changes to a query's list are shown immediately; one that fails is reported and reverted. */
export function useListChange<Item>(queryKey: readonly string[]): ChangeList<Item> {
  const queries = useQueryClient()
  const language = useLanguage()
  // Keys are new objects at each rendering.
  const asked = JSON.stringify(queryKey)
  return useCallback(
    (by, call) => {
      const key = JSON.parse(asked) as string[]
      const run = async (): Promise<void> => {
        // An answer already on its way does not include the change.
        await queries.cancelQueries({ queryKey: key })
        queries.setQueryData<readonly Item[]>(key, (items = []) => by(items))
        try {
          await call()
        } finally {
          await queries.invalidateQueries({ queryKey: key })
        }
      }
      return run().then(
        () => true,
        (error: unknown) => {
          toastError(error, language)
          return false
        },
      )
    },
    [queries, language, asked],
  )
}
