import type { TranscriptSession } from '../session/transcript-session.ts'
import { useMenuState } from '../rpc/app-bridge.tsx'
import { useLanguage } from '../ui/words.tsx'
import { useHistoryWords } from './use-history-words.ts'

/** Passes the labels of undo and redo to the window's menu; renders nothing. */
export function HistoryInMenu({ session }: { readonly session: TranscriptSession }) {
  const language = useLanguage()
  const undo = useHistoryWords(session, 'undo')
  const redo = useHistoryWords(session, 'redo')
  useMenuState({ language, undo, redo, hasRecording: true })
  return null
}
