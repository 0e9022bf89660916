import { useSyncExternalStore } from 'react'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useSay } from '../ui/words.tsx'
import { historyWords } from './history-words.ts'

/** The name of what undo or redo would revert, in the text, moments or chapters; null if there is nothing. */
export function useHistoryWords(session: TranscriptSession, way: 'undo' | 'redo'): string | null {
  const say = useSay()
  return useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => {
      const label = session.state[way]
      return label === null ? null : historyWords(way, label, say)
    },
  )
}
