import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage } from '../ui/words.tsx'

/** Changes the list that is shown, and asks the studio for the same; false if that failed, which was told. */
export type ChangeList<Item> = (
  by: (items: readonly Item[]) => readonly Item[],
  call: () => Promise<object>,
) => Promise<boolean>

/** Changes of the list of a query are shown at once; one that fails is told and taken back. */
export function useListChange<Item>(queryKey: readonly string[]): ChangeList<Item> {
  const queries = useQueryClient()
  const language = useLanguage()
  // Keys are made anew at each rendering.
  const asked = JSON.stringify(queryKey)
  return useCallback(
    (by, call) => {
      const key = JSON.parse(asked) as string[]
      const run = async (): Promise<void> => {
        // An answer that is on its way does not know of the change.
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
