import type { HistoryLabel } from '#contracts/calls/transcripts'
import { hasMessage } from '#core/messages/messages'
import type { Say } from '../ui/words.tsx'

/** `Undo: joined paragraphs`: the label of undo or redo, for tooltips and menus. */
export function historyWords(way: 'undo' | 'redo', label: HistoryLabel, say: Say): string {
  const [kind = '', markKind] = label?.kind.split('.') ?? []
  const keys = [`editor.edit.${kind}.${markKind}`, `editor.edit.${kind}`]
  const key = keys.find(hasMessage)
  return key === undefined ? say(`editor.${way}`) : say(`editor.${way}-what`, { what: say(key) })
}
