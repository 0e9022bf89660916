import type { HistoryLabel } from '#contracts/calls/transcripts'
import { hasMessage } from '#core/messages/messages'
import type { Say } from '../ui/words.tsx'

/** `Undo: joined paragraphs`: what undo or redo would take back, for tips and menus. */
export function historyWords(way: 'undo' | 'redo', label: HistoryLabel, say: Say): string {
  const key = `editor.edit.${label?.kind ?? ''}`
  if (label === null || !hasMessage(key)) return say(`editor.${way}`)
  return say(`editor.${way}-what`, { what: say(key) })
}
