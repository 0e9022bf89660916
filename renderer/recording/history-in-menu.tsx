import { useMenuState } from '../shell/app-bridge.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useSession } from '../session/use-session.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import { historyWords } from './history-words.ts'

/** Passes the labels of undo and redo to the window's menu; renders nothing. */
export function HistoryInMenu({ session }: { readonly session: TranscriptSession }) {
  const say = useSay()
  const language = useLanguage()
  const undo = useSession(session, (state) => state.undo)
  const redo = useSession(session, (state) => state.redo)
  useMenuState({
    language,
    undo: undo === null ? null : historyWords('undo', undo, say),
    redo: redo === null ? null : historyWords('redo', redo, say),
    hasRecording: true,
  })
  return null
}
