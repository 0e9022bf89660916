import type { HistoryLabel } from '#contracts/calls/transcripts'
import { hasMessage } from '#core/messages/messages'
import { TAKE_OVER_STEP } from '../mark-offer/take-over-step.ts'
import type { Say } from '../ui/words.tsx'

/** `Undo: joined paragraphs`: the label of undo or redo, for tooltips and menus. */
export function historyWords(way: 'undo' | 'redo', label: HistoryLabel, say: Say): string {
  if (label?.stepId.startsWith(TAKE_OVER_STEP) === true) {
    return say(`editor.${way}-what`, { what: say('editor.edit.take-over-marks') })
  }
  const [kind = '', markKind] = label?.kind.split('.') ?? []
  const keys = [`editor.edit.${kind}.${markKind}`, `editor.edit.${kind}`]
  const key = keys.find(hasMessage)
  return key === undefined ? say(`editor.${way}`) : say(`editor.${way}-what`, { what: say(key) })
}
