import type { Preferences } from '#contracts/preferences'
import { useSetPreferences } from '../rpc/preferences-queries.ts'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage } from '../ui/words.tsx'

/** Changes preferences; an error is shown as a toast. */
export function useChangePreferences(): (patch: Partial<Preferences>) => void {
  const language = useLanguage()
  const { mutate } = useSetPreferences()
  return (patch) => mutate(patch, { onError: (error) => toastError(error, language) })
}
