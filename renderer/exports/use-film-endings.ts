import { useEffect } from 'react'
import { useHost, useStudio } from '../rpc/studio-context.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { useFilmStore } from './film-store.ts'

/** Reports when a video that this page started is finished; a browser then downloads it. */
export function useFilmEndings(): void {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const host = useHost()
  useEffect(
    () =>
      studio.onEvent(({ kind, touched }) => {
        const { jobId } = touched
        if (kind !== 'job-finished' || typeof jobId !== 'string') return
        const file = useFilmStore.getState().end(jobId)
        if (file === undefined) return
        if (host.kind === 'window') {
          toast.show({ text: say('film.saved', { file }), tone: 'done' })
          return
        }
        host.downloadFilm(jobId, file).then(
          () => toast.show({ text: say('film.downloading', { file }), tone: 'done' }),
          (error: unknown) => toastError(error, language),
        )
      }),
    [studio, host, say, language],
  )
}
