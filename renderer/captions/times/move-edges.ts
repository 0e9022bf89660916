import { setCueTimes } from '#core/captions/edits/cue-times'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Player } from '../../sound/player/player.ts'
import { type CaptionEditor, type RunOptions, sameCue } from '../editing/caption-editor.ts'

/** Sets the start, the end or both of a caption, within its limits. False if nothing changes. */
export function moveEdges(
  editor: CaptionEditor,
  player: Pick<Player, 'state' | 'select'>,
  index: number,
  times: Partial<TimeSpan>,
  options?: RunOptions,
): boolean {
  const before = editor.cues[index]
  if (before === undefined) return false
  const isLooped = isLoopOf(player, before)
  if (!editor.run(index, (context, cue) => setCueTimes(context, cue, times).edits, options)) return false
  const { cues } = editor
  const after = cues[sameCue(cues, before)]
  // A loop over the caption stays a loop over it.
  if (isLooped && after !== undefined) player.select({ startMs: after.startMs, endMs: after.endMs })
  return true
}

/** Whether exactly this span is being repeated. */
export function isLoopOf({ state }: Pick<Player, 'state'>, { startMs, endMs }: TimeSpan): boolean {
  const { looping, selection } = state
  return looping && selection?.startMs === startMs && selection.endMs === endMs
}
