import { useCallback, useSyncExternalStore } from 'react'
import type { ChapterHistory } from '../chapters/chapter-history.ts'
import { stepKey } from '../chapters/step-words.ts'
import type { Way } from '../session/step-order.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useSay } from '../ui/words.tsx'
import { historyWords } from './history-words.ts'

/** The name of what undo or redo would take, of the text or of its chapters; null if there is nothing. */
export function useHistoryWords(
  session: TranscriptSession,
  history: ChapterHistory,
  way: Way,
): string | null {
  const say = useSay()
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [session.subscribe(listener), history.subscribe(listener)]
      return () => {
        for (const end of ends) end()
      }
    },
    [session, history],
  )
  return useSyncExternalStore(subscribe, () => {
    const next = history.next(way)
    if (next === null) return null
    if (next === 'text') return historyWords(way, session.state[way], say)
    return say(`editor.${way}-what`, { what: say(stepKey(next)) })
  })
}
