import type { ChapterHistory } from '../chapters/chapter-history.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useMenuState } from '../shell/app-bridge.tsx'
import { useLanguage } from '../ui/words.tsx'
import { useHistoryWords } from './use-history-words.ts'

/** Passes the labels of undo and redo to the window's menu; renders nothing. */
export function HistoryInMenu({
  session,
  history,
}: {
  readonly session: TranscriptSession
  readonly history: ChapterHistory
}) {
  const language = useLanguage()
  const undo = useHistoryWords(session, history, 'undo')
  const redo = useHistoryWords(session, history, 'redo')
  useMenuState({ language, undo, redo, hasRecording: true })
  return null
}
