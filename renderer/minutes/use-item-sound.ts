import { useState } from 'react'
import type { TimeSpan } from '#core/transcript/time-span'
import { useSamples } from '../remembered-voices/use-samples.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'

/** The sound of the items of minutes. */
export interface ItemSound {
  readonly recordingId: string
  /** Whether there is sound. */
  readonly hasSound: boolean
  /** The item that plays; null: none. */
  readonly playing: string | null
  /** Plays the span of an item, or stops it. */
  readonly play: (id: string, span: TimeSpan) => void
}

export function useItemSound({ id: recordingId, title, bytes, missing }: OpenRecording): ItemSound {
  const say = useSay()
  const { play: playSample, stop } = useSamples()
  const [playing, setPlaying] = useState<string | null>(null)
  return {
    recordingId,
    hasSound: bytes > 0 && !missing,
    playing,
    play(id, { startMs, endMs }) {
      if (playing === id) {
        stop()
        setPlaying(null)
        return
      }
      // Another item may play by then.
      const over = (): void => setPlaying((now) => (now === id ? null : now))
      playSample({ recordingId, title, startMs, endMs }, over, () => {
        over()
        toast.show({
          text: say('minutes.page.unheard'),
          remedy: say('remembered-voices.unheard.remedy', { title }),
          tone: 'error',
        })
      })
      setPlaying(id)
    },
  }
}
