import { useQueryClient } from '@tanstack/react-query'
import { queryKeys } from '../rpc/query-keys.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'

/** Deletes files that were kept for download, or forgets one that no longer exists. */
export function useRemoveMedia(recordingId: string) {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const queries = useQueryClient()
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: queryKeys.films(recordingId) })
  return {
    drop(jobId: string): void {
      studio
        .call('exports.dropFilm', { jobId })
        .then(refresh)
        .catch((error: unknown) => toastError(error, language))
    },
    /** Shows what is there by now. */
    refresh,
    forget(file: string): void {
      toast.show({ text: say('film.gone', { file }), remedy: say('film.gone.remedy'), tone: 'error' })
      void refresh()
    },
  }
}
