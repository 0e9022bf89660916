import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { useHost, useStudio } from '../rpc/studio-context.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { notifyWhenDone } from './notify-when-done.ts'

/** Notifies of tasks that end while no page is visible, if the user wants that. */
export function useNotifyWhenDone(): void {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const host = useHost()
  const navigate = useNavigate()
  const { notifyWhenDone: isWanted } = usePreferences()
  useEffect(() => {
    if (!isWanted || !('Notification' in globalThis)) return
    const onError = (error: unknown): void => void toastError(error, language)
    return notifyWhenDone(studio, {
      textOf: (job) => job.error?.message ?? say('notify.ready'),
      onOpen: (recordingId) => {
        host.comeForward().catch(onError)
        void navigate({ to: '/recording/$id', params: { id: recordingId } })
      },
      onError,
    })
  }, [isWanted, studio, host, navigate, say, language])
}
