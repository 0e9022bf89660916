import type { Preferences } from '#contracts/settings'
import { useSetPreferences } from '../rpc/queries.ts'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage } from '../ui/words.tsx'

/** Changes some of the person's choices; a failure is told below. */
export function useChangePreferences(): (patch: Partial<Preferences>) => void {
  const language = useLanguage()
  const { mutate } = useSetPreferences()
  return (patch) => mutate(patch, { onError: (error) => toastError(error, language) })
}
