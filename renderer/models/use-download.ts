import { useStudio } from '../rpc/studio-context.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage } from '../ui/words.tsx'

/** Starts the download of a model of the catalog; an error is shown as a toast. */
export function useDownload(): (modelId: string) => void {
  const studio = useStudio()
  const language = useLanguage()
  return (id) => {
    studio.call('models.download', { id }).catch((error: unknown) => toastError(error, language))
  }
}
