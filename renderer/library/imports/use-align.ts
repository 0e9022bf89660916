import { useHost } from '../../rpc/studio-context.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'

/** Lets the user choose a text to be aligned with a recording by a job. */
export function useAlign(): (recordingId: string) => void {
  const host = useHost()
  const language = useLanguage()
  const say = useSay()
  return (recordingId) => {
    const align = async (): Promise<void> => {
      const [file] = await host.pickFiles({ several: false })
      if (!file) return
      await host.alignText(recordingId, file)
      toast.show({ text: say('library.aligning'), tone: 'done' })
    }
    align().catch((error: unknown) => toastError(error, language))
  }
}
