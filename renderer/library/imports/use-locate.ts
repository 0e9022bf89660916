import { useHost } from '../../rpc/studio-context.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'

/** Closes the previous attempt's error message when a new attempt starts. */
let closeRefusal = (): void => {}

/** Lets the user locate the original of a recording; its content is compared. */
export function useLocate(): (recordingId: string) => void {
  const host = useHost()
  const language = useLanguage()
  const say = useSay()
  return (recordingId) => {
    const locate = async (): Promise<void> => {
      const [file] = await host.pickFiles({ several: false })
      if (!file) return
      closeRefusal()
      await host.importFile(file, { signal: new AbortController().signal, onProgress: () => {}, recordingId })
      toast.show({ text: say('library.located'), tone: 'done' })
    }
    locate().catch((error: unknown) => {
      closeRefusal = toastError(error, language)
    })
  }
}
