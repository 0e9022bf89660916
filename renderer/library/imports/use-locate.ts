import { useNavigate } from '@tanstack/react-router'
import { useHost } from '../../rpc/studio-context.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'

/** Closes the previous attempt's error message when a new attempt starts. */
let closeRefusal = (): void => {}

/**
 * Lets the user locate the original of a recording; its content is compared. Opens the recording if captions
 * without one have become its transcript.
 */
export function useLocate(): (recordingId: string) => void {
  const host = useHost()
  const language = useLanguage()
  const say = useSay()
  const navigate = useNavigate()
  return (recordingId) => {
    const locate = async (): Promise<void> => {
      const [file] = await host.pickFiles({ several: false })
      if (!file) return
      closeRefusal()
      const { signal } = new AbortController()
      const located = await host.importFile(file, { signal, onProgress: () => {}, recordingId })
      const isSame = located.recordingId === recordingId
      toast.show({ text: say(isSame ? 'library.located' : 'library.located-known'), tone: 'done' })
      if (!isSame) await navigate({ to: '/recording/$id', params: { id: located.recordingId } })
    }
    locate().catch((error: unknown) => {
      closeRefusal = toastError(error, language)
    })
  }
}
