import { useEffect, useRef } from 'react'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { useHost } from '../rpc/studio-context.tsx'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'
import { SamplePlayer } from './sample-player.ts'

/** A sample of a voice in a recording that need not be open. */
export interface VoiceSample {
  readonly recordingId: string
  readonly title: string
  readonly startMs: number
  readonly endMs: number
}

/** Plays samples of voices at the person's volume; playback stops when the component is unmounted. */
export function useSamples(): {
  /** `onEnd`: it was played to its end; `onUnheard`: it cannot be played; default: that is said. */
  readonly play: (sample: VoiceSample, onEnd?: () => void, onUnheard?: () => void) => void
  readonly stop: () => void
} {
  const say = useSay()
  const host = useHost()
  const { playback } = usePreferences()
  const player = useRef<SamplePlayer | null>(null)
  useEffect(
    () => () => {
      player.current?.close()
      player.current = null
    },
    [],
  )
  return {
    play({ recordingId, title, startMs, endMs }, onEnd, onUnheard) {
      player.current ??= new SamplePlayer()
      const { current } = player
      const sayUnheard = () =>
        toast.show({
          text: say('remembered-voices.unheard'),
          remedy: say('remembered-voices.unheard.remedy', { title }),
          tone: 'error',
        })
      const onFailed = onUnheard ?? sayUnheard
      Promise.all((['sound', 'original'] as const).map((kind) => host.mediaUrl(recordingId, kind))).then(
        (urls) => {
          // The component may be unmounted by then.
          if (player.current === current)
            current.play({ urls, startMs, endMs }, playback.volume, onFailed, onEnd)
        },
        (error: unknown) => {
          if (!(error instanceof TypeError)) throw error
          onFailed()
        },
      )
    },
    stop: () => player.current?.stop(),
  }
}
