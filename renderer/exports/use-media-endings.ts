import { useEffect } from 'react'
import { loudnessWords } from '#core/formats/sounds/loudness-words'
import { useHost, useStudio } from '../rpc/studio-context.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useLocale, useSay } from '../ui/words.tsx'
import { useMediaStore } from './media-store.ts'

/** Reports when a video, sound, clip or page that this page started is finished; a browser then downloads it. */
export function useMediaEndings(): void {
  const say = useSay()
  const language = useLanguage()
  const locale = useLocale()
  const studio = useStudio()
  const host = useHost()
  useEffect(
    () =>
      studio.onEvent(({ kind, touched }) => {
        const { jobId } = touched
        if (kind !== 'job-finished' || typeof jobId !== 'string') return
        const file = useMediaStore.getState().end(jobId)
        if (file === undefined) return
        const report = async (): Promise<void> => {
          const loudness = await studio.call('exports.loudness', { jobId })
          const remedy = loudness === null ? undefined : loudnessWords(loudness, language, locale)
          if (host.kind !== 'window') await host.downloadFilm(jobId, file)
          const text = say(host.kind === 'window' ? 'film.saved' : 'film.downloading', { file })
          toast.show({ text, remedy, tone: 'done' })
        }
        report().catch((error: unknown) => toastError(error, language))
      }),
    [studio, host, say, language, locale],
  )
}
