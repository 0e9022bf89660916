import { useStudio } from '../rpc/studio-context.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage } from '../ui/words.tsx'

type Verb = 'pause' | 'resume' | 'cancel' | 'retry'

/** The actions for a job; an error is shown as a toast. */
export function useJobCalls(): Readonly<Record<Verb, (jobId: string) => void>> {
  const studio = useStudio()
  const language = useLanguage()
  const call = (verb: Verb) => (jobId: string) => {
    studio.call(`jobs.${verb}`, { jobId }).catch((error: unknown) => toastError(error, language))
  }
  return { pause: call('pause'), resume: call('resume'), cancel: call('cancel'), retry: call('retry') }
}
