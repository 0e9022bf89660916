import { useEffect } from 'react'
import { useHost, useStudio } from '../rpc/studio-context.tsx'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'
import { useFilmStore } from './film-store.ts'

/** Tells when a film that this page started is written; a browser then downloads it. */
export function useFilmEndings(): void {
  const say = useSay()
  const studio = useStudio()
  const host = useHost()
  useEffect(
    () =>
      studio.onEvent(({ kind, touched }) => {
        const { jobId } = touched
        if (kind !== 'job-finished' || typeof jobId !== 'string') return
        const file = useFilmStore.getState().end(jobId)
        if (file === undefined) return
        if (host.kind === 'browser') host.downloadFilm(jobId, file)
        toast.show({
          text: say(host.kind === 'browser' ? 'film.downloading' : 'film.saved', { file }),
          tone: 'done',
        })
      }),
    [studio, host, say],
  )
}
