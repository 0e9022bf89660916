import { useEffect, useRef, useState } from 'react'
import { useStudio } from '../rpc/studio-context.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'

/** Plays the end of a recording, so that the person knows whether something is missing. */
export function PlayLast({ recordingId }: { readonly recordingId: string }) {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const playing = useRef<AbortController | null>(null)
  const [isPlaying, setPlaying] = useState(false)
  useEffect(() => () => playing.current?.abort(), [])
  const stop = (): void => {
    playing.current?.abort()
    playing.current = null
    setPlaying(false)
  }
  const play = async (signal: AbortSignal): Promise<void> => {
    const { base64 } = await studio.call('recorder.lastSeconds', { recordingId }, { signal })
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    const url = URL.createObjectURL(new Blob([bytes], { type: 'audio/wav' }))
    const sound = new Audio(url)
    try {
      await new Promise<void>((resolve, reject) => {
        signal.addEventListener('abort', () => resolve(), { once: true })
        sound.addEventListener('ended', () => resolve(), { once: true })
        sound.play().catch(reject)
      })
    } finally {
      sound.pause()
      URL.revokeObjectURL(url)
    }
  }
  const start = (): void => {
    const controller = new AbortController()
    playing.current = controller
    setPlaying(true)
    play(controller.signal)
      .catch((error: unknown) => {
        if (!controller.signal.aborted) toastError(error, language)
      })
      .finally(() => {
        if (playing.current === controller) stop()
      })
  }
  return (
    <IconButton
      icon={isPlaying ? 'stop' : 'play'}
      label={say(isPlaying ? 'rec.recovered.stop' : 'rec.recovered.play')}
      onPress={isPlaying ? stop : start}
    />
  )
}
