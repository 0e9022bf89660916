import type { HistoryLabel } from '#contracts/calls/transcripts'
import { ACCEPT_STEP, DISMISS_STEP } from '#core/corrections/settle-corrections'
import { LIVE_NAMES_STEP, LIVE_TEXT_STEP } from '#core/live-text/live-steps'
import { hasMessage } from '#core/messages/messages'
import { FIX_ALL_STEP, FIX_STEP, MOVE_STEP, SNAP_ALL_STEP, SPLIT_STEP } from '../captions/caption-steps.ts'
import { TAKE_OVER_STEP } from '../mark-offer/take-over-step.ts'
import type { Say } from '../ui/words.tsx'

/** Steps with a name of their own, by the beginnings of their ids. */
const NAMED_STEPS = [
  [TAKE_OVER_STEP, 'editor.edit.take-over-marks'],
  [LIVE_TEXT_STEP, 'editor.edit.live-text'],
  [LIVE_NAMES_STEP, 'editor.edit.live-names'],
  [FIX_ALL_STEP, 'editor.edit.fix-captions'],
  [FIX_STEP, 'editor.edit.fix-caption'],
  [SNAP_ALL_STEP, 'editor.edit.snap-captions'],
  [SPLIT_STEP, 'editor.edit.split-caption'],
  [MOVE_STEP, 'editor.edit.move-captions'],
  [ACCEPT_STEP, 'editor.edit.accept-corrections'],
  [DISMISS_STEP, 'editor.edit.dismiss-corrections'],
] as const

/** `Undo: joined paragraphs`: the label of undo or redo, for tooltips and menus. */
export function historyWords(way: 'undo' | 'redo', label: HistoryLabel, say: Say): string {
  const named = NAMED_STEPS.find(([begin]) => label?.stepId.startsWith(begin) === true)
  if (named !== undefined) return say(`editor.${way}-what`, { what: say(named[1]) })
  const [kind = '', markKind] = label?.kind.split('.') ?? []
  const keys = [`editor.edit.${kind}.${markKind}`, `editor.edit.${kind}`]
  const key = keys.find(hasMessage)
  return key === undefined ? say(`editor.${way}`) : say(`editor.${way}-what`, { what: say(key) })
}
