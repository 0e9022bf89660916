import { useStudio } from '../rpc/studio-context.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'

export interface Remembered {
  readonly speakerId: string
  readonly name: string
  /** A voice with this name is already remembered. */
  readonly isMore: boolean
}

/** Remembers the voice of a named speaker, and confirms it. Rejects with the studio's error. */
export function useRemember(session: TranscriptSession): {
  readonly remember: (voice: Remembered) => Promise<void>
} {
  const say = useSay()
  const studio = useStudio()
  return {
    async remember({ speakerId, name, isMore }) {
      // The studio uses the name that it has stored.
      await session.flush()
      const { transcriptId } = session
      const { seconds } = await studio.call('voices.remember', { transcriptId, speakerId })
      const key = isMore ? 'remembered-voices.added' : 'remembered-voices.remembered'
      toast.show({ text: say(key, { name, seconds: Math.round(seconds) }), tone: 'done' })
    },
  }
}
